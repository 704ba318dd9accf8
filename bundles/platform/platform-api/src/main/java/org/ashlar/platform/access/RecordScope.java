package org.ashlar.platform.access;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * For models whose records belong to persons (own views, own dashboards): what a record must meet to be seen or changed by a
 * caller who does not hold the permission that stands above; a service. It holds beside all record rules, in every way in.
 * From memory; thread-safe.
 */
@ConsumerType
public interface RecordScope {

    /** Model id. */
    String model();

    /** Permission whose holders are not bound, for example {@code platform.savedView.manage}. */
    String above();

    /** The condition. */
    RowRule rule();
}
