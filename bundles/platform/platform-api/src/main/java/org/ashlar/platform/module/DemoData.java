package org.ashlar.platform.module;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Generated demo records of a module. Loaded once per module into the demo company, as a system user, when the
 * instance was started with demo data; each call in a transaction of its own.
 */
@ConsumerType
public interface DemoData {

    /** Lower runs first; same scale as {@link CompanyProvisioner#order()}. */
    int order();

    /** Stable id, for example {@code masters.demo}. */
    String id();

    /** Creates the records in the caller's company. Deterministic: same clock, same records. */
    void load();
}
