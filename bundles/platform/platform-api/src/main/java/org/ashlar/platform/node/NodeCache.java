package org.ashlar.platform.node;

import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.record.RecordChanged;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A handler that only keeps records in memory: besides the changes of this node it learns of those that other nodes have
 * committed. Handlers that do work (rules, follow-up documents) are plain {@link DomainEventHandler}s: their work was done
 * where the change was made. Thread-safe; called without a caller and outside of any transaction, must be quick.
 */
@ConsumerType
public interface NodeCache extends DomainEventHandler<RecordChanged> {

    /** A record was changed on another node; the change is committed. */
    void changedElsewhere(RecordChanged event);

    /** Changes of other nodes may have been missed: everything that was kept must be read anew. */
    void missed();
}
