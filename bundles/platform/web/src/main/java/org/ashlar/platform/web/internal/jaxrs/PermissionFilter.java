package org.ashlar.platform.web.internal.jaxrs;

import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Supplier;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.RecordAccess;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.rest.Permission;

/**
 * Lets a method run only if the caller has what it declares; a method that declares nothing never runs. Callers whose
 * record rules or field rights restrict the model that a permission is about are refused as well, unless the method says
 * that it keeps to them. Thread-safe.
 */
final class PermissionFilter implements ContainerRequestFilter {
    private final Access access;
    private final Supplier<RecordAccess> records;

    /** Stands for the method of the present request. */
    @Context
    private ResourceInfo resource;

    PermissionFilter(Access access, Supplier<RecordAccess> records) {
        this.access = access;
        this.records = records;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Permission permission = declared(resource.getResourceMethod());
        if (permission == null) {
            throw Problem.of(ProblemKind.DENIED, "platform.access.undeclared");
        }
        check(access, permission.value());
        int verb = permission.value().lastIndexOf('.');
        if (verb > 0 && !permission.restricts()) {
            RecordAccess rules = records.get();
            if (rules == null) {
                throw Problem.of(ProblemKind.UNAVAILABLE, "platform.access.starting");
            }
            rules.requireUnrestricted(List.of(permission.value().substring(0, verb)));
        }
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
