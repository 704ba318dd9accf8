package org.ashlar.platform.operations.internal.extension;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every two seconds whether requests have been inside an extension for too long, in a resource of its own or where the suite
 * called it (a rule, a check, a handler of events). Such a request is interrupted once. An extension whose calls go on all the
 * same, or that crowds up, is set aside, so that no further request gets stuck in it. Thread-safe.
 */
@Component(service = Filter.class, property = {"osgi.http.whiteboard.filter.name=ashlar-call-watch",
        "osgi.http.whiteboard.filter.pattern=/*", "osgi.http.whiteboard.filter.asyncSupported:Boolean=true",
        "service.ranking:Integer=1400"})
public final class CallWatch implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(CallWatch.class);
    private static final int LIMIT_SECONDS = 60;
    private static final long LOOK_MILLIS = 2_000;

    private final DefaultExtensions extensions;
    private final StuckCalls rule;
    private final Set<Running> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "ashlar-call-watch");
        thread.setDaemon(true);
        return thread;
    });

    /** A request; all but thread and start belong to the watching thread. */
    private static final class Running {
        private final Thread thread = Thread.currentThread();
        private final long start = System.nanoTime();
        private String extension;
        private String where;
        private long since;
        private boolean interrupted;
        private boolean over;
    }

    /** By injection. */
    @Activate
    public CallWatch(@Reference DefaultExtensions extensions) {
        this.extensions = extensions;
        String given = System.getenv("ASHLAR_EXTENSION_CALL_SECONDS");
        rule = new StuckCalls(Duration.ofSeconds(given == null || given.isBlank() ? LIMIT_SECONDS : Integer.parseInt(given.strip())));
        looking.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void stop() {
        looking.shutdownNow();
    }

    @Override
    public void init(FilterConfig config) {
        // nothing to prepare
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
        Running mine = new Running();
        running.add(mine);
        try {
            chain.doFilter(request, response);
        } finally {
            synchronized (mine) {
                // Nobody interrupts this thread in its next request.
                mine.over = true;
                if (mine.interrupted) {
                    Thread.interrupted();
                }
            }
            running.remove(mine);
        }
    }

    private void look() {
        try {
            Map<String, List<Running>> inside = running.stream().filter(this::inside)
                    .collect(Collectors.groupingBy(r -> r.extension));
            inside.forEach(this::judge);
        } catch (RuntimeException e) {
            LOG.warn("Calls into extensions could not be looked at", e);
        }
    }

    /** Whether a request that is no longer young is inside an extension; notes since when. */
    private boolean inside(Running call) {
        long now = System.nanoTime();
        if (now - call.start < StuckCalls.YOUNG.toNanos()) {
            return false;
        }
        ExtensionCode.Place place = extensions.code().place(call.thread.getStackTrace());
        if (place == null) {
            call.extension = null;
            return false;
        }
        if (!place.extension().equals(call.extension)) {
            call.extension = place.extension();
            call.since = now;
        }
        call.where = place.type() + "." + place.method();
        return true;
    }

    private void judge(String extension, List<Running> calls) {
        long now = System.nanoTime();
        List<StuckCalls.Call> stuck = new ArrayList<>();
        calls.forEach(c -> stuck.add(new StuckCalls.Call(Duration.ofNanos(now - c.since), c.interrupted)));
        StuckCalls.Verdict verdict = rule.judge(extension, stuck);
        verdict.interrupt().stream().map(calls::get).forEach(this::interrupt);
        if (verdict.setAside()) {
            extensions.setAside(extension, "Calls of it did not return: " + calls.get(0).where + " (" + calls.size() + ")");
        }
    }

    private void interrupt(Running call) {
        synchronized (call) {
            if (!call.over) {
                LOG.warn("A request has been inside extension {} for too long and is interrupted: {}", call.extension, call.where);
                call.interrupted = true;
                call.thread.interrupt();
            }
        }
    }

    @Override
    public void destroy() {
        // nothing is held
    }
}
