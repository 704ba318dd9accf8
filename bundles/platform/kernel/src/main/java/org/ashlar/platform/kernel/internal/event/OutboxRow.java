package org.ashlar.platform.kernel.internal.event;

import java.time.Instant;
import org.ashlar.platform.event.PersonalEvent;
import org.ashlar.platform.kernel.internal.node.NodeMessage;
import org.ashlar.platform.record.RecordChanged;

/**
 * One outbound event.
 *
 * @param id outbox id; 0 if it is not stored
 * @param topic topic with dots
 * @param type class of the event
 * @param companyId company of the publishing call, 0 if none
 * @param publishedAt when
 * @param event the event itself; {@code null} when it was read back from the table
 * @param payload JSON; {@code null} until somebody needs it
 */
record OutboxRow(long id, String topic, String type, long companyId, Instant publishedAt, Record event, String payload) {

    /** As the other nodes hear of it. */
    NodeMessage.Item item() {
        if (event instanceof RecordChanged changed) {
            return new NodeMessage.Changed(changed, companyId);
        }
        if (id != 0) {
            return new NodeMessage.Stored(id);
        }
        return new NodeMessage.Passing(topic, type, companyId, event instanceof PersonalEvent personal ? personal.userId() : 0,
                publishedAt, EventJson.write(event));
    }
}
