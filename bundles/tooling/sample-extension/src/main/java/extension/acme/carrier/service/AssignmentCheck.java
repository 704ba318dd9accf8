package extension.acme.carrier.service;

import extension.acme.carrier.domain.Assignment;
import java.util.List;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.RecordChanged;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Vetoes a change of a party or a carrier that would leave a party with a carrier who cannot serve it. Runs inside the
 * transaction of whoever makes the change: what it throws undoes that change and is answered with the field at fault.
 */
@Component
@Handles(RecordChanged.class)
public final class AssignmentCheck implements DomainEventHandler<RecordChanged> {

    private final Sql sql;

    /** Used by DS. */
    @Activate
    public AssignmentCheck(@Reference Sql sql) {
        this.sql = sql;
    }

    @Override
    public void on(RecordChanged event) {
        if (event.kind().equals("deleted")) {
            return;
        }
        boolean party = event.model().equals("masters.party");
        if (!party && !event.model().equals("acme-carrier.carrier")) {
            return;
        }
        List<Assignment> broken = sql.inTransaction(dsl -> Assignments.broken(dsl, event.companyId(),
                party ? event.id() : 0, party ? 0 : event.id(), 1));
        for (Assignment assignment : broken) {
            assignment.problem().ifPresent(code -> refuse(party, assignment, code));
        }
    }

    private static void refuse(boolean party, Assignment assignment, String code) {
        boolean inactive = !assignment.active();
        String field = party ? inactive ? "acme_carrier_carrier" : "acme_carrier_parcelWeight"
                : inactive ? "active" : "maxWeight";
        throw Problem.rule(field, code, assignment.carrier(), assignment.parcelWeight(), assignment.maxWeight());
    }
}
