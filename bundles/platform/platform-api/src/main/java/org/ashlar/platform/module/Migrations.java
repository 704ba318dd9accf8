package org.ashlar.platform.module;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** What of a module's changelog has run and what has not; for the platform's own use. Changes nothing. Thread-safe. */
@ProviderType
public interface Migrations {

    /** Changesets of an installed bundle that will run when its module comes up; empty if there is no such bundle. */
    List<Changeset> pending(String moduleId);

    /** Changesets of a jar that would run. */
    List<Changeset> pending(String moduleId, Path jar);

    /** Ids of the changesets of a module that this database has seen; at once, also while modules come up. */
    Set<String> ran(String moduleId);

    /**
     * A changeset.
     *
     * @param description what it does, as the changelog says or as the tool derives it
     */
    record Changeset(String id, String author, String description) {
    }
}
