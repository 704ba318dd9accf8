package org.ashlar.platform.node;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears what other nodes tell; a service. Thread-safe; called without a caller and outside of any transaction, must be quick. */
@ConsumerType
public interface NodeListener {

    /** Another node told something by {@link OtherNodes#tell}; every listener hears every topic. */
    void heard(String topic, String text);

    /** Something may have been missed: what was kept in memory must be read anew. */
    void missed();
}
