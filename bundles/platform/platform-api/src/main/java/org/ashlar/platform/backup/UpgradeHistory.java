package org.ashlar.platform.backup;

import java.time.Instant;
import java.util.List;
import org.ashlar.platform.i18n.Phrase;
import org.osgi.annotation.versioning.ProviderType;

/** Upgrades of single bundles that were done on this node, and the way back from them. Needs the right to upgrade. Thread-safe. */
@ProviderType
public interface UpgradeHistory {

    /** All that are known, newest first. */
    List<Done> list();

    /**
     * What going back would cost.
     *
     * @throws org.ashlar.platform.problem.Problem NOT_FOUND {@code platform.upgrade.unknown}; RULE with the reason if nobody can go back
     */
    Cost cost(String id);

    /**
     * Goes back, at once or with a restart that follows by itself.
     *
     * @throws org.ashlar.platform.problem.Problem as {@link #cost}
     */
    Cost goBack(String id);

    /**
     * An upgrade.
     *
     * @param id names it
     * @param module module of the bundle, else the bundle
     * @param from version before
     * @param to version after
     * @param state where it stands, for example {@code DONE} or {@code BACK}
     * @param at when it was begun
     * @param by login of who did it
     * @param obstacle why nobody can go back, {@code null} if one can
     */
    record Done(String id, String module, String from, String to, String state, Instant at, String by, Phrase obstacle) {
    }

    /**
     * What going back costs.
     *
     * @param restart whether the backup made before comes back with the jar, at a restart; otherwise the jar alone while people work
     * @param lost what would be lost from the database
     */
    record Cost(boolean restart, List<Lost> lost) {
    }

    /**
     * What was written since.
     *
     * @param model model id
     * @param records so many of its records
     * @param changes so often
     */
    record Lost(String model, long records, long changes) {
    }
}
