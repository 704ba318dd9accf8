package org.ashlar.platform.web.internal.events;

import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javax.servlet.AsyncContext;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.module.Modules;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/**
 * {@code GET /api/v1/events}: what happens, as server-sent events, to whoever may read it. {@code record} names changed
 * records of the caller's company, on whatever node, {@code modules} says that a module came or went. Listens to the event bus only while
 * somebody is connected, so that an installation without open browsers pays nothing. Thread-safe.
 */
@Component(service = Servlet.class, property = {"osgi.http.whiteboard.servlet.name=ashlar-events",
        "osgi.http.whiteboard.servlet.pattern=/api/v1/events", "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true"})
public final class EventServlet extends HttpServlet implements EventHandler {
    private static final long serialVersionUID = 1L;
    private static final int HEARTBEAT = 15;
    private static final int MOST = 1_000;
    /** A module that comes is told of several times within milliseconds; readers ask once. */
    private static final long SETTLE_MILLIS = 30;
    private static final String[] TOPICS = {"ashlar/*", "ashlar-nodes/*", Modules.CHANGED};

    private final transient BundleContext context;
    private final transient Access access;
    private final transient Modules modules;
    private final transient Audience audience;
    private final transient Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final transient AtomicBoolean looking = new AtomicBoolean();
    private final transient ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "ashlar-events");
        thread.setDaemon(true);
        return thread;
    });
    private transient ServiceRegistration<EventHandler> subscription;
    private transient volatile String known = "";
    private long ticks;

    /** By injection. */
    @Activate
    public EventServlet(BundleContext context, @Reference Access access, @Reference Modules modules,
            @Reference Audience audience) {
        this.audience = audience;
        this.context = context;
        this.access = access;
        this.modules = modules;
        clock.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        clock.shutdownNow();
        listeners.forEach(Listener::close);
        listeners.clear();
        subscribe(false);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller caller = access.caller();
        if (listeners.size() >= MOST) {
            response.setHeader("Retry-After", "30");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext async = request.startAsync(request, response);
        async.setTimeout(0);
        Listener listener = new Listener(async, response.getOutputStream(), caller);
        boolean first = listeners.isEmpty();
        listeners.add(listener);
        subscribe(true);
        if (first) {
            known = state();
        }
        response.getOutputStream().setWriteListener(listener);
        listener.send("retry: 3000\n" + EventFormat.event(0, "hello", "{}"));
    }

    @Override
    public void handleEvent(Event event) {
        if (event.getTopic().equals(Modules.CHANGED)) {
            if (looking.compareAndSet(false, true)) {
                clock.schedule(this::tellModules, SETTLE_MILLIS, TimeUnit.MILLISECONDS);
            }
            return;
        }
        if (event.getTopic().equals("ashlar-nodes/reset")) {
            broadcast(EventFormat.event(0, "reset", "{}"));
            return;
        }
        Object company = event.getProperty("company");
        String topic = String.valueOf(event.getProperty("topic"));
        String json = String.valueOf(event.getProperty("json"));
        long id = event.getProperty("id") instanceof Long given ? given : 0;
        String text = EventFormat.event(id, topic, json);
        if (event.getProperty("user") instanceof Long user) {
            listeners.stream().filter(l -> l.caller().userId() == user).forEach(l -> l.send(text));
            return;
        }
        for (Listener listener : listeners) {
            Caller caller = listener.caller();
            boolean mine = !(company instanceof Long c) || c == 0 || c == caller.companyId();
            String told = mine ? access.as(caller, () -> audience.json(topic, event.getProperty("event"), json)) : null;
            if (told != null) {
                listener.send(told.equals(json) ? text : EventFormat.event(id, topic, told));
            }
        }
    }

    private void tick() {
        listeners.removeIf(Listener::closed);
        if (listeners.isEmpty()) {
            subscribe(false);
            return;
        }
        if (++ticks % HEARTBEAT == 0) {
            broadcast(EventFormat.heartbeat());
        }
    }

    private void tellModules() {
        looking.set(false);
        String now = state();
        if (!now.equals(known)) {
            known = now;
            broadcast(EventFormat.event(0, "modules", "{}"));
        }
    }

    private void broadcast(String text) {
        listeners.forEach(l -> l.send(text));
    }

    private String state() {
        return modules.list().stream().map(m -> m.id() + m.version() + m.state()).collect(Collectors.joining());
    }

    private synchronized void subscribe(boolean wanted) {
        if (wanted && subscription == null) {
            Dictionary<String, Object> properties =
                    new Hashtable<>(Map.of(EventConstants.EVENT_TOPIC, TOPICS));
            subscription = context.registerService(EventHandler.class, this, properties);
        } else if (!wanted && subscription != null && listeners.isEmpty()) {
            subscription.unregister();
            subscription = null;
        }
    }
}
