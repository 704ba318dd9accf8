package org.ashlar.platform.module;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes modules out of service and back, for administrators. Every call needs the permission
 * {@code platform.module.manage}. Installing and upgrading features is not part of it. Thread-safe.
 */
@ProviderType
public interface ModuleLifecycle {

    /** Known modules that require this one, directly or through others, nearest first; purged ones left out. */
    List<String> dependants(String moduleId);

    /**
     * Stops the module's bundle for good, also over restarts; data is kept.
     *
     * @throws org.ashlar.platform.problem.Problem RULE {@code platform.module.hasDependants} while active modules require
     *         it, {@code platform.module.core} for platform modules, NOT_FOUND {@code platform.module.unknown}
     */
    void disable(String moduleId);

    /**
     * Starts a disabled or failed module again; its migrations run as at installation.
     *
     * @throws org.ashlar.platform.problem.Problem NOT_FOUND {@code platform.module.unknown}; RULE
     *         {@code platform.module.notInstalled} while its bundle is not installed
     */
    void enable(String moduleId);

    /** What {@link #purge} would drop: every table of the module with its number of rows. Changes nothing. */
    PurgePlan purgePlan(String moduleId);

    /**
     * Drops the module's tables and forgets its migrations. There is no way back but a restore.
     *
     * @throws org.ashlar.platform.problem.Problem RULE {@code platform.module.notDisabled} unless the module is disabled or
     *         uninstalled, {@code platform.module.hasDependants} while unpurged modules require it
     */
    PurgePlan purge(String moduleId);

    /**
     * What a purge takes away.
     *
     * @param moduleId the module
     * @param tables its tables
     * @param dependants known modules that require it, which must be purged before
     */
    record PurgePlan(String moduleId, List<TableRows> tables, List<String> dependants) {
    }

    /**
     * One table.
     *
     * @param table name
     * @param rows number of rows
     */
    record TableRows(String table, long rows) {
    }
}
