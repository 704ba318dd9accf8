package org.ashlar.platform.operations.internal.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a backup holds.
 *
 * @param format version of the layout
 * @param createdAt when it was begun
 * @param database {@code derby} or {@code postgresql}
 * @param modules version by module
 * @param files SHA-256 by file, hex
 * @param figures what a restored copy must show; empty in backups from before they were written down
 */
public record Manifest(int format, Instant createdAt, String database, Map<String, String> modules, Map<String, String> files,
        List<Recorded> figures) {

    /** The layout written now. */
    static final int FORMAT = 1;
    /** Its name inside the backup: the last entry, so that a cut file has none. */
    static final String NAME = "manifest.json";

    /** Nothing is missing, nothing can be changed. */
    public Manifest {
        figures = figures == null ? List.of() : List.copyOf(figures);
    }

    /**
     * A figure while people worked.
     *
     * @param before its value before the database was copied, {@code null} if it was not there
     * @param after its value afterwards
     */
    public record Recorded(String company, String name, String before, String after) {
    }
}
