package org.ashlar.platform.record;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Deleted records of any model, kept with lines and extension fields for the days of the setting
 * {@code recycleBin.days} (30). Thread-safe.
 */
@ProviderType
public interface RecycleBin {

    /**
     * What the caller deleted in the present company, newest first; with {@code platform.recycleBin.read} what anybody did.
     *
     * @param model model or {@code null} for all
     * @param q part of the label or {@code null}
     */
    List<Deleted> list(String model, String q, long offset, int limit);

    /**
     * Puts a record back under its old id, with its lines and extension fields; needs {@code <model>.delete}.
     *
     * @return the record's model and id
     * @throws org.ashlar.platform.problem.Problem RULE {@code platform.recycleBin.*} if a record that it refers to is gone
     *         or its number or code was given away meanwhile
     */
    Deleted restore(long id);

    /** Forgets a record for good, with its comments and files; needs {@code platform.recycleBin.purge}. */
    void purge(long id);

    /**
     * A deleted record.
     *
     * @param id id in the bin
     * @param model its model
     * @param recordId its id
     * @param label what stood for it
     * @param deletedAt when it was deleted
     * @param deletedBy user id
     * @param login who deleted it
     * @param until when it is forgotten
     */
    record Deleted(long id, String model, long recordId, String label, Instant deletedAt, long deletedBy, String login,
            Instant until) {
    }
}
