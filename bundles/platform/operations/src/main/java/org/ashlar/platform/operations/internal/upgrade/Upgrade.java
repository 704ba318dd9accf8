package org.ashlar.platform.operations.internal.upgrade;

import java.time.Instant;
import java.util.List;

/**
 * An upgrade of one bundle, done or begun. It is kept beside the database, so that it outlives a restored one.
 *
 * @param id name of its folder
 * @param module module of the bundle, else the bundle
 * @param bundle symbolic name
 * @param from version before
 * @param to version after
 * @param state where it stands
 * @param at when it was begun
 * @param by login of who did it
 * @param job run that does it, 0 if it was done at once
 * @param migrations changesets that it ran; none: the tables are as they were
 * @param backup made right before, {@code null} if none was
 * @param rehearsed what trying it on a copy had shown
 * @param work backup of what was in the database when it went back, {@code null} if it did not
 * @param backAt when it went back, {@code null} if it did not
 * @param backBy login of who went back
 */
public record Upgrade(String id, String module, String bundle, String from, String to, State state, Instant at, String by, long job,
        List<String> migrations, String backup, Rehearsed rehearsed, String work, Instant backAt, String backBy) {

    /** Where an upgrade stands. */
    public enum State {
        /** Its backup is made, the new version may be in service or not. */
        BEGUN,
        /** The new version is in service. */
        DONE,
        /** The new version did not come up and the one before is in service again. */
        UNDONE,
        /** The new version did not come up after it had changed tables. */
        BROKEN,
        /** The backup is laid ready, the next start takes it. */
        GOING_BACK,
        /** The version before is in service again because somebody wanted it. */
        BACK
    }

    /** What trying it on a copy had shown. */
    public enum Rehearsed {
        /** Nobody tried. */
        NONE,
        /** The same figures. */
        SAME,
        /** Other figures. */
        DIFFERS,
        /** It did not come up. */
        FAILED
    }

    /** Whether the tables were changed, so that only a backup brings back what was. */
    public boolean changedTables() {
        return !migrations.isEmpty();
    }

    Upgrade as(State now) {
        return new Upgrade(id, module, bundle, from, to, now, at, by, job, migrations, backup, rehearsed, work, backAt, backBy);
    }

    Upgrade back(State now, String kept, Instant when, String who) {
        return new Upgrade(id, module, bundle, from, to, now, at, by, job, migrations, backup, rehearsed, kept, when, who);
    }
}
