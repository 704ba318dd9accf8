package org.ashlar.platform.records.internal.outbox;

import java.time.Clock;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.node.ThisNode;
import org.ashlar.platform.outbox.Carrier;
import org.ashlar.platform.outbox.Outbox;
import org.ashlar.platform.outbox.Outboxes;
import org.ashlar.platform.record.Rows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes outboxes. Thread-safe. */
@Component(service = Outboxes.class)
public final class DefaultOutboxes implements Outboxes {
    private final Rows rows;
    private final Access access;
    private final Clock clock;
    private final ThisNode node;

    /** By injection. */
    @Activate
    public DefaultOutboxes(@Reference Rows rows, @Reference Access access, @Reference Clock clock, @Reference ThisNode node) {
        this.rows = rows;
        this.access = access;
        this.clock = clock;
        this.node = node;
    }

    @Override
    public Outbox open(String table, String way, Carrier carrier) {
        return new LookedAfter(new Queue(table, way, rows, clock, access), carrier, access, clock, node);
    }
}
