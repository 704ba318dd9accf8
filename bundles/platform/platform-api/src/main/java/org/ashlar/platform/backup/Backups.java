package org.ashlar.platform.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Backups of the whole installation while people work: database, attachments, extensions; not the key of sealed fields.
 * Needs {@code platform.backup.manage}. Thread-safe.
 */
@ProviderType
public interface Backups {

    /** Makes a backup in the backup folder. */
    Backup create();

    /** Backups that are kept, newest first. */
    List<Backup> list();

    /**
     * Reads a backup to its end, each entry against its checksum; changes nothing.
     *
     * @param file name of a kept backup
     * @throws org.ashlar.platform.problem.Problem as {@link #restore}
     */
    Contents verify(String file);

    /**
     * Lays a backup ready to take the place of the database at the next start, each entry checked against its checksum.
     *
     * @param file name of a kept backup, or a path
     * @throws org.ashlar.platform.problem.Problem {@code platform.backup.unknown}, {@code .broken}, {@code .phrase} or
     *         {@code .other} (made on another kind of database)
     */
    Contents restore(String file);

    /**
     * A backup.
     *
     * @param name file name in the backup folder
     * @param size bytes
     * @param createdAt when it was finished
     * @param sealed whether it is encrypted
     */
    record Backup(String name, long size, Instant createdAt, boolean sealed) {
    }

    /**
     * What a backup holds.
     *
     * @param createdAt when it was begun
     * @param database kind of database
     * @param modules version by module
     */
    record Contents(Instant createdAt, String database, Map<String, String> modules) {
    }
}
