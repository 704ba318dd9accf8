package org.ashlar.itests.support;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process does. */
public final class Waiting {

    private Waiting() {
    }

    /** Parks for a while. */
    public static void millis(long millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }

    /** Polls until the condition holds; fails with the words otherwise. */
    public static void until(String what, Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + atMost.toSeconds() + " s: " + what);
            }
            millis(50);
        }
    }
}
