package org.ashlar.platform.operations.internal.extension;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Notes on disk about extensions: one that is being started now, and why one must not start. A note that says "starting" from
 * an earlier run means that the process ended during that start. Thread-safe.
 */
final class Quarantine {

    private final Path folder;

    Quarantine(Path folder) {
        this.folder = folder;
    }

    /** Notes that a start begins. */
    synchronized void starting(String name) {
        write(name + ".starting", "");
    }

    /** The start ended well. */
    synchronized void started(String name) {
        delete(name + ".starting");
    }

    /** From now on it is skipped. */
    synchronized void put(String name, String reason) {
        write(name + ".reason", reason);
        delete(name + ".starting");
    }

    /** It may start again. */
    synchronized void release(String name) {
        delete(name + ".reason");
        delete(name + ".starting");
    }

    /** Turns starts that never ended into quarantine; called once, before the first start of this run. */
    synchronized void judge(String reason) {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(".starting"))
                        .map(n -> n.substring(0, n.length() - ".starting".length())).toList().forEach(name -> put(name, reason));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Reason by name. */
    synchronized Map<String, String> reasons() {
        Map<String, String> reasons = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".reason")).toList()) {
                    String name = file.getFileName().toString();
                    reasons.put(name.substring(0, name.length() - ".reason".length()), Files.readString(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return reasons;
    }

    private void write(String name, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
