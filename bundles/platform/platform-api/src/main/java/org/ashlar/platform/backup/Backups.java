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

    /**
     * Makes a backup in which persons cannot be recognised and that reaches nobody: invented names, phones, addresses and
     * numbers in place of the real ones, no history, no files, no secrets, nothing that sends. It restores as any other;
     * nobody has a password there, so the suite that starts on it opens its set-up link.
     */
    Backup createMasked();

    /** Backups that are kept, newest first. */
    List<Backup> list();

    /**
     * Restores a backup into a second instance that is thrown away, and sets the counts of its tables, its balances and its
     * stock value beside those written down when it was made. What came of it stays with the backup.
     *
     * @param file name of a kept backup
     * @throws org.ashlar.platform.problem.Problem as {@link #restore}; {@code platform.rehearsal.failed} if the copy does not come up
     */
    Restored verifyByRestoring(String file);

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
     * @param masked whether persons in it are invented
     * @param restored what came of restoring it on trial last, {@code null} if nobody has tried
     */
    record Backup(String name, long size, Instant createdAt, boolean sealed, boolean masked, Restored restored) {
    }

    /**
     * A backup restored on trial.
     *
     * @param at when
     * @param seconds until the copy had come up
     * @param compared figures that were compared; 0: none were written down when it was made
     * @param differences figures that differ
     * @param figures balances and values of the copy, for people to read
     * @param problem why it did not come up, {@code null} if it did
     */
    record Restored(Instant at, double seconds, int compared, List<Rehearsals.Difference> differences,
            List<Rehearsals.Figure> figures, String problem) {

        /** Whether the copy came up with the same figures. */
        public boolean verified() {
            return problem == null && compared > 0 && differences.isEmpty();
        }
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
