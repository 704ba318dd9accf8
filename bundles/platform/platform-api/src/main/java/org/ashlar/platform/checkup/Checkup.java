package org.ashlar.platform.checkup;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The health check (体检). Thread-safe. */
@ProviderType
public interface Checkup {

    /**
     * Runs every installed {@link Check}; one that fails is a finding itself.
     *
     * @return findings, worst first; empty if all is well
     * @throws org.ashlar.platform.problem.Problem DENIED without {@code platform.checkup.run}
     */
    List<Finding> run();
}
