package org.ashlar.itests.support;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for the servers of a test run, below those that the system gives to outgoing connections, so that none is taken
 * between being chosen and being used. JVMs that test beside each other have ranges of their own. Thread-safe.
 */
public final class Ports {
    private static final int FIRST = 18_000;
    private static final int RANGE = 1_000;
    private static final int PLACES = 12;
    private static final int START = FIRST + Workplace.number() % PLACES * RANGE;
    // Runs beside each other on one machine seldom start with the same port.
    private static final AtomicInteger NEXT = new AtomicInteger((int) (ProcessHandle.current().pid() % RANGE));

    private Ports() {
    }

    /** A port that nobody listens on and that this JVM has not given out lately. */
    public static int free() {
        for (int tried = 0; tried < RANGE; tried++) {
            int port = START + Math.floorMod(NEXT.getAndIncrement(), RANGE);
            try (ServerSocket any = new ServerSocket(port)) {
                return any.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IllegalStateException("No port is free from " + START + " on");
    }
}
