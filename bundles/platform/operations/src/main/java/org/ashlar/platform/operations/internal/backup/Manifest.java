package org.ashlar.platform.operations.internal.backup;

import java.time.Instant;
import java.util.Map;

/**
 * What a backup holds.
 *
 * @param format version of the layout
 * @param createdAt when it was begun
 * @param database {@code derby} or {@code postgresql}
 * @param modules version by module
 * @param files SHA-256 by file, hex
 */
public record Manifest(int format, Instant createdAt, String database, Map<String, String> modules, Map<String, String> files) {

    /** The layout written now. */
    static final int FORMAT = 1;
    /** Its name inside the backup: the last entry, so that a cut file has none. */
    static final String NAME = "manifest.json";
}
