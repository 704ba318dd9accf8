package org.ashlar.platform.web.internal.jaxrs;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/**
 * Requests that one extension may answer at the same time. Calls into it that never return keep their seats, so that they take a
 * quarter of the server's threads at most and the others go on serving everybody else. Thread-safe.
 */
final class Seats implements ContainerRequestFilter {

    private static final int EACH = 16;

    private final String extensions;
    private final Map<String, Semaphore> free = new ConcurrentHashMap<>();
    private final ThreadLocal<Semaphore> taken = new ThreadLocal<>();

    /** Stands for the method of the present request. */
    @Context
    private ResourceInfo resource;

    Seats(BundleContext context) {
        extensions = Path.of(context.getProperty("karaf.data"), "extensions").toUri().toString();
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Bundle owner = FrameworkUtil.getBundle(resource.getResourceClass());
        if (owner == null || !owner.getLocation().startsWith(extensions)) {
            return;
        }
        Semaphore seats = free.computeIfAbsent(owner.getSymbolicName(), name -> new Semaphore(EACH));
        if (!seats.tryAcquire()) {
            throw Problem.of(ProblemKind.UNAVAILABLE, "platform.extension.busy", owner.getSymbolicName());
        }
        taken.set(seats);
    }

    /** The request of this thread has been answered. */
    void leave() {
        Semaphore seats = taken.get();
        if (seats != null) {
            taken.remove();
            seats.release();
        }
    }
}
