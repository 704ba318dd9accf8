package org.ashlar.platform.consistency;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** One invariant that must hold at any moment between transactions; contributed as a service. Thread-safe. */
@ConsumerType
public interface ConsistencyRule {

    /** {@code <module>.<name>}, for example {@code finance.entriesBalance}; text key {@code rule.<id>}. */
    String id();

    /** Breaches in the caller's company, worst first, at most 1,000; empty if all is well. Set-based SQL only. */
    List<Breach> check();
}
