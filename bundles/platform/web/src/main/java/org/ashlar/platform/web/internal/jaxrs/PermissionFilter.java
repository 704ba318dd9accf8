package org.ashlar.platform.web.internal.jaxrs;

import java.lang.reflect.Method;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.rest.Permission;

/** Lets a method run only if the caller has what it declares; a method that declares nothing never runs. Thread-safe. */
final class PermissionFilter implements ContainerRequestFilter {
    private final Access access;

    /** Stands for the method of the present request. */
    @Context
    private ResourceInfo resource;

    PermissionFilter(Access access) {
        this.access = access;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Permission permission = declared(resource.getResourceMethod());
        if (permission == null) {
            throw Problem.of(ProblemKind.DENIED, "platform.access.undeclared");
        }
        check(access, permission.value());
    }

    static void check(Access access, String permission) {
        if (Permission.PUBLIC.equals(permission)) {
            return;
        }
        access.caller();
        if (!Permission.SIGNED_IN.equals(permission)) {
            access.require(permission);
        }
    }

    /** The annotation on the method or on the same method of an interface; {@code null} if there is none. */
    static Permission declared(Method method) {
        Permission own = method == null ? null : method.getAnnotation(Permission.class);
        if (own != null || method == null) {
            return own;
        }
        for (Class<?> type : method.getDeclaringClass().getInterfaces()) {
            try {
                Permission inherited =
                        type.getMethod(method.getName(), method.getParameterTypes()).getAnnotation(Permission.class);
                if (inherited != null) {
                    return inherited;
                }
            } catch (NoSuchMethodException notHere) {
                continue;
            }
        }
        return null;
    }
}
