package org.ashlar.platform.transfer.internal.run;

/**
 * What became of the rows so far; checkpoint and result of an import.
 *
 * @param rows data rows read
 * @param created records created (on a dry run: that would be)
 * @param updated records changed
 * @param existing rows left alone because their record exists
 * @param rejected rows refused, each with number and reason
 * @param dryRun whether nothing was kept
 */
public record Tally(long rows, long created, long updated, long existing, long rejected, boolean dryRun) {

    /** Nothing yet. */
    static Tally start(boolean dryRun) {
        return new Tally(0, 0, 0, 0, 0, dryRun);
    }

    /** Sum. */
    Tally plus(Tally more) {
        return new Tally(rows + more.rows, created + more.created, updated + more.updated, existing + more.existing,
                rejected + more.rejected, dryRun);
    }
}
