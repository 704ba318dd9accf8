package org.ashlar.platform.node;

import org.osgi.annotation.versioning.ProviderType;

/** The other nodes of this installation, if there are any. Thread-safe. */
@ProviderType
public interface OtherNodes {

    /**
     * Tells the other nodes something that no {@link org.ashlar.platform.record.RecordChanged} tells, once the running
     * transaction has committed, at once outside of one. Costs the caller no statement, reaches them within milliseconds,
     * and nobody when this node is alone.
     *
     * @param topic what it is about, with the module's name first
     * @param text at most 2,000 characters
     */
    void tell(String topic, String text);

    /** Whether another node was heard of lately. */
    boolean any();
}
