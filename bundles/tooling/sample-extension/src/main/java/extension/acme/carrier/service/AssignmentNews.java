package extension.acme.carrier.service;

import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Events;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.record.RecordChanged;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers an event with one of its own, so that others hear of new assignments without knowing the suite's records. */
@Component
@Handles(RecordChanged.class)
public final class AssignmentNews implements DomainEventHandler<RecordChanged> {

    private final Sql sql;
    private final Events events;

    /** Used by DS. */
    @Activate
    public AssignmentNews(@Reference Sql sql, @Reference Events events) {
        this.sql = sql;
        this.events = events;
    }

    @Override
    public void on(RecordChanged event) {
        boolean assigned = event.kind().equals("created") || event.fields().contains("acme_carrier_carrier");
        if (assigned && event.id() != 0 && event.model().equals("masters.party")) {
            sql.inTransaction(dsl -> Assignments.of(dsl, event.companyId(), event.id()))
                    .forEach(a -> events.publish(new CarrierAssigned(event.companyId(), a.partyId(), a.carrier())));
        }
    }
}
