package org.ashlar.platform.web.internal.jaxrs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.servlet.GenericServlet;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.UnavailableException;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.RecordAccess;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.module.Modules;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the JAX-RS resources of all modules under {@code /api/v1} and follows them as they come and go. Several
 * changes in a row make one new {@link Server}. Thread-safe.
 */
@Component(service = {Servlet.class, Resources.class}, property = {"osgi.http.whiteboard.servlet.name=ashlar-api",
        "osgi.http.whiteboard.servlet.pattern=/api/v1/*", "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true"})
public final class ApiServlet extends GenericServlet implements Resources, ServiceTrackerCustomizer<Object, ApiServlet.Held> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ApiServlet.class);
    private static final String FILTER = "(ashlar.rest.resource=true)";
    private static final long QUIET_MILLIS = 120;
    private static final long RETRY_MILLIS = 2_000;
    private static final long FIRST_SECONDS = 10;

    private final transient BundleContext context;
    private final transient Access access;
    private final transient Messages messages;
    private final transient Modules modules;
    private final transient ServiceTracker<Object, Held> tracker;
    /** Tracked and not injected: health and set-up answer before the database is there. */
    private final transient ServiceTracker<RecordAccess, RecordAccess> records;
    private final transient ScheduledThreadPoolExecutor builder = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "ashlar-api");
        thread.setDaemon(true);
        return thread;
    });
    private final transient Seats seats;
    private final transient CountDownLatch first = new CountDownLatch(1);
    private final AtomicLong wanted = new AtomicLong();
    private final AtomicLong built = new AtomicLong(-1);
    private transient volatile Server server;
    private transient volatile List<Object> published = List.of();

    /** By injection. */
    @Activate
    public ApiServlet(BundleContext context, @Reference Access access, @Reference Messages messages,
            @Reference Modules modules) throws InvalidSyntaxException {
        this.context = context;
        this.access = access;
        this.messages = messages;
        this.modules = modules;
        this.seats = new Seats(context);
        this.tracker = new ServiceTracker<>(context, FrameworkUtil.createFilter(FILTER), this);
        this.records = new ServiceTracker<>(context, RecordAccess.class, null);
    }

    /** Begins once the HTTP service is there; waiting for it here would hold it up. */
    @Override
    public void init() {
        records.open();
        tracker.open();
        changed();
    }

    @Override
    public void destroy() {
        tracker.close();
        records.close();
    }

    @Deactivate
    void stop() {
        builder.shutdownNow();
        tracker.close();
        Server last = server;
        server = null;
        if (last != null) {
            last.close();
        }
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        if (server == null) {
            awaitFirst();
        }
        for (Server now = server; now != null; now = server) {
            if (now.answer(request, response)) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new UnavailableException("The API is starting", 1);
    }

    @Override
    public boolean settled() {
        return built.get() == wanted.get();
    }

    @Override
    public long generation() {
        return built.get();
    }

    @Override
    public List<Object> list() {
        return published;
    }

    @Override
    public Held addingService(ServiceReference<Object> reference) {
        changed();
        return new Held(reference);
    }

    @Override
    public void modifiedService(ServiceReference<Object> reference, Held held) {
        // its properties say nothing that is used here
    }

    @Override
    public void removedService(ServiceReference<Object> reference, Held held) {
        changed();
        if (held.resource != null) {
            context.ungetService(reference);
        }
    }

    private void changed() {
        wanted.incrementAndGet();
        if (!builder.isShutdown()) {
            builder.schedule(this::rebuild, QUIET_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void awaitFirst() {
        try {
            first.await(FIRST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void rebuild() {
        long target = wanted.get();
        if (built.get() == target) {
            return;
        }
        List<Object> resources = new ArrayList<>();
        boolean complete = true;
        for (Held held : new TreeMap<>(tracker.getTracked()).values()) {
            Object resource = held.get(context);
            complete &= resource != null;
            if (resource != null) {
                resources.add(resource);
            }
        }
        try {
            ProblemMapper problems = new ProblemMapper(access, messages, modules);
            Server next = resources.isEmpty() ? null : new Server(resources, problems, new PermissionFilter(access, records::getService),
                    seats, getServletConfig());
            Server last = server;
            server = next;
            published = List.copyOf(resources);
            built.set(target);
            if (next != null) {
                first.countDown();
            }
            if (!complete) {
                builder.schedule(this::retry, RETRY_MILLIS, TimeUnit.MILLISECONDS);
            }
            if (last != null) {
                // Elsewhere: it waits for requests under way, one of which may never end, and the next change must not.
                Thread closing = new Thread(last::close, "ashlar-api-close");
                closing.setDaemon(true);
                closing.start();
            }
        } catch (ServletException | RuntimeException e) {
            LOG.error("The API could not take up a change of its resources; it goes on as before", e);
        }
    }

    /** A resource whose own needs were not met is asked for again: the framework does not tell when they are. */
    private void retry() {
        for (Held held : tracker.getTracked().values()) {
            if (held.resource == null && held.get(context) != null) {
                changed();
                return;
            }
        }
        if (tracker.getTracked().values().stream().anyMatch(h -> h.resource == null)) {
            builder.schedule(this::retry, RETRY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** A resource, fetched when the server is built and not while the framework is telling about it. */
    static final class Held {
        private final ServiceReference<Object> reference;
        private volatile Object resource;

        Held(ServiceReference<Object> reference) {
            this.reference = reference;
        }

        private Object get(BundleContext context) {
            if (resource == null) {
                resource = context.getService(reference);
            }
            return resource;
        }
    }
}
