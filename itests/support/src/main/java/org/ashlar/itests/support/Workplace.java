package org.ashlar.itests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A folder for what the tests of this JVM unpack. JVMs that test beside each other in one module, be they of one run or of
 * several, each lock a number of their own until they end. Thread-safe.
 */
final class Workplace {
    private static final int MOST = 40;
    private static final Path ROOT = Path.of("target", "instances").toAbsolutePath();
    // Held for the life of the JVM: what is collected is unlocked.
    private static final FileLock LOCK = lock();

    private Workplace() {
    }

    /** The folder {@code target/instances/<number>}; it may hold what an earlier run has left. */
    static Path folder() {
        return ROOT.resolve(String.valueOf(number()));
    }

    /** The number of this JVM, from 0. */
    static int number() {
        return (int) LOCK.position();
    }

    /** The place of the locked byte is the number. */
    private static FileLock lock() {
        try {
            Files.createDirectories(ROOT);
            FileChannel file = FileChannel.open(ROOT.resolve("places.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            for (int number = 0; number < MOST; number++) {
                FileLock lock = file.tryLock(number, 1, false);
                if (lock != null) {
                    return lock;
                }
            }
            throw new IllegalStateException(MOST + " JVMs test in " + ROOT + " already");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
