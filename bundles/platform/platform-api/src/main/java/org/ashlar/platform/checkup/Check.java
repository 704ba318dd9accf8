package org.ashlar.platform.checkup;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** One part of the health check, contributed as a service by whoever knows; called as the system without a company. Thread-safe. */
@ConsumerType
public interface Check {

    /** Area of its findings; named when the check itself fails. */
    String area();

    /** What is not as it should be; empty if all is well. Takes seconds at most. */
    List<Finding> run();
}
