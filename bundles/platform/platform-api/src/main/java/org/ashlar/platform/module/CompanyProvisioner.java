package org.ashlar.platform.module;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Gives a company what a module needs before its first document (a chart of accounts, a main warehouse). Called once
 * per module and company, in a transaction of its own as the system user of that company, when the module first starts
 * or the company is created. Must be idempotent.
 */
@ConsumerType
public interface CompanyProvisioner {

    /** Lower runs first. Masters 100, finance 200, inventory 300, others 500. */
    int order();

    /** Stable id, for example {@code finance.chart}. */
    String id();

    /** Provisions the company that is the caller's current one. */
    void provision(Company company);
}
