package org.ashlar.platform.operations.internal.extension;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Counts lines of the log, by extension once there are many. Thread-safe. */
final class FloodGauge {

    /** So many lines of one extension in a window are a flood. */
    static final int LINES = 2_000;
    static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(10);
    /** A flood is over when it has not been seen for so long. */
    static final long OVER_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final LongSupplier nanos;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, Long> floods = new HashMap<>();
    private long begin;
    private int all;

    FloodGauge(LongSupplier nanos) {
        this.nanos = nanos;
        begin = nanos.getAsLong();
    }

    /** A line by anybody; whether it is worth asking who wrote it. */
    synchronized boolean line() {
        long now = nanos.getAsLong();
        if (now - begin >= WINDOW_NANOS) {
            begin = now;
            all = 0;
            lines.clear();
            floods.values().removeIf(seen -> now - seen >= OVER_NANOS);
        }
        all++;
        return all > LINES || !floods.isEmpty();
    }

    /** A line that is known to be of this extension; whether it is held back. */
    synchronized boolean floods(String extension) {
        int own = lines.merge(extension, 1, Integer::sum);
        if (own > LINES || floods.containsKey(extension) && own > LINES / 100) {
            floods.put(extension, nanos.getAsLong());
        }
        return floods.containsKey(extension);
    }

    synchronized List<String> flooding() {
        return floods.keySet().stream().sorted().toList();
    }
}
