package org.ashlar.finance.spi;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Looks at a journal entry before it is written, whoever posts it, and may refuse it by throwing
 * {@link org.ashlar.platform.problem.Problem} at {@code lines[i].account} or another field of a posting. A service; called for
 * every entry, so it must be quick and ask no database. Thread-safe.
 */
@ConsumerType
public interface EntryCheck {

    /** Returns normally if the entry may be posted. */
    void check(EntryView entry);
}
