package org.ashlar.platform.operations.internal.extension;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.ops4j.pax.logging.spi.PaxAppender;
import org.ops4j.pax.logging.spi.PaxLoggingEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Holds extensions back that flood the log, so that what others wrote before stays readable: a line is written in the thread that
 * logs it, and a thread of such an extension waits after each line. Nothing is dropped. Thread-safe.
 */
@Component(service = {PaxAppender.class, LogWatch.class}, property = "org.ops4j.pax.logging.appender.name=ashlar-log-watch")
public final class LogWatch implements PaxAppender {

    private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final int MOST = 1_000;

    private final ExtensionCode code;
    private final Map<String, String> writers = new ConcurrentHashMap<>();
    private final FloodGauge gauge = new FloodGauge(System::nanoTime);

    /** By injection. */
    @Activate
    public LogWatch(@Reference DefaultExtensions extensions) {
        code = extensions.code();
    }

    @Override
    public void doAppend(PaxLoggingEvent event) {
        // While nobody floods, a line costs a count and no look at the stack.
        if (!gauge.line()) {
            return;
        }
        String writer = writer(Thread.currentThread().getStackTrace());
        if (writer != null && gauge.floods(writer)) {
            LockSupport.parkNanos(WAIT_NANOS);
        }
    }

    /** Threads of an extension go on when it is stopped or gone; what was once seen is remembered for them. */
    private String writer(StackTraceElement[] stack) {
        ExtensionCode.Place place = code.place(stack);
        if (place == null) {
            return Stream.of(stack).map(frame -> writers.get(frame.getClassName())).filter(Objects::nonNull).findFirst().orElse(null);
        }
        if (writers.size() < MOST) {
            writers.putIfAbsent(place.type(), place.extension());
        }
        return place.extension();
    }

    /** Extensions that are held back now. */
    public List<String> flooding() {
        return gauge.flooding();
    }
}
