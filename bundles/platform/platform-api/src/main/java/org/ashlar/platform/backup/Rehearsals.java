package org.ashlar.platform.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tries an upgrade, or the restoring of a backup, on a copy: a second instance beside this one, on a copy of the data, whose
 * figures are set beside the present ones. Needs {@code platform.backup.manage}. Thread-safe; one at a time.
 */
@ProviderType
public interface Rehearsals {

    /**
     * Balances, stock values and counts of records of all companies as they are now.
     *
     * @param at moment whose day the reports that ask for one are given, {@code null}: they take today
     */
    List<Figure> figures(Instant at);

    /** Rows of each table of the business as they are now, under the company {@code -}. */
    List<Figure> tables();

    /**
     * Rehearses.
     *
     * @param distribution archive of the new version, {@code null} for the present one
     * @param jars new versions of bundles, laid over those of the distribution
     * @return what came of it; the copy is gone afterwards
     * @throws org.ashlar.platform.problem.Problem RULE {@code platform.rehearsal.migration} with module and changeset if a
     *         migration fails, {@code platform.rehearsal.failed} if the copy does not come up
     */
    Outcome rehearse(String distribution, List<Path> jars);

    /**
     * A figure.
     *
     * @param company company code
     * @param name what it is, for example {@code report finance.trialBalance closingDebit}
     * @param value its value
     */
    record Figure(String company, String name, String value) {
    }

    /**
     * A rehearsal.
     *
     * @param seconds from the copy to the ready instance
     * @param compared figures that were compared
     * @param differences those that differ
     * @param figures all of them
     * @param migrated modules whose migrations ran on the copy, with their versions
     */
    record Outcome(double seconds, int compared, List<Difference> differences, List<Difference> figures, List<String> migrated) {
    }

    /** A figure before and after; {@code null} where it misses. */
    record Difference(String company, String name, String before, String after) {
    }
}
