package org.ashlar.itests.support;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process does. */
public final class Waiting {

    /** A test waits for what it needs; how long that may take is measured elsewhere, on a machine that does nothing else. */
    private static final int PATIENCE = Integer.getInteger("ashlar.slack", 4);

    private Waiting() {
    }

    /** Parks for a while. */
    public static void millis(long millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }

    /** Polls until the condition holds; fails with the words otherwise, on a busy machine not before some times as long. */
    public static void until(String what, Duration atMost, BooleanSupplier condition) {
        Duration patient = atMost.multipliedBy(PATIENCE);
        long end = System.nanoTime() + patient.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + patient.toSeconds() + " s: " + what);
            }
            millis(50);
        }
    }
}
