package org.ashlar.platform.tx;

/**
 * SQL statements of the present thread, counted only while the framework property {@code ashlar.bench} or
 * {@code ashlar.count.statements} is {@code true}. A batch is one statement. Thread-confined, thread-safe.
 */
public final class StatementCount {

    private static final ThreadLocal<long[]> CURRENT = ThreadLocal.withInitial(() -> new long[2]);
    private static volatile boolean enabled;

    private StatementCount() {
    }

    /** Called by the data sources when they begin to count. */
    public static void enable() {
        enabled = true;
    }

    /** Whether statements are counted. */
    public static boolean enabled() {
        return enabled;
    }

    /** Sets this thread's count to zero. */
    public static void reset() {
        if (enabled) {
            CURRENT.set(new long[2]);
        }
    }

    /** Called by the data sources after a statement that took so many nanoseconds. */
    public static void add(long nanos) {
        long[] count = CURRENT.get();
        count[0]++;
        count[1] += nanos;
    }

    /** Called by the data sources after other work of the database, such as a commit. */
    public static void addTime(long nanos) {
        CURRENT.get()[1] += nanos;
    }

    /** Counts what another thread did for the work of this one. */
    public static void add(long statements, long nanos) {
        long[] count = CURRENT.get();
        count[0] += statements;
        count[1] += nanos;
    }

    /** Statements since {@link #reset}. */
    public static long statements() {
        return CURRENT.get()[0];
    }

    /** Nanoseconds in the database since {@link #reset}. */
    public static long nanos() {
        return CURRENT.get()[1];
    }
}
