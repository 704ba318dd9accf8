package extension.acme.carrier.service;

import extension.acme.carrier.domain.Assignment;
import java.util.List;
import java.util.Objects;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.consistency.Breach;
import org.ashlar.platform.consistency.ConsistencyRule;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes part in the suite's audit: finds what went wrong while this extension was away and could not veto. */
@Component
public final class AssignmentsHold implements ConsistencyRule {

    private static final int MOST = 1000;

    private final Sql sql;
    private final Access access;

    /** Used by DS. */
    @Activate
    public AssignmentsHold(@Reference Sql sql, @Reference Access access) {
        this.sql = sql;
        this.access = access;
    }

    @Override
    public String id() {
        return "acme-carrier.assignments";
    }

    @Override
    public List<Breach> check() {
        long company = access.caller().companyId();
        return sql.any(dsl -> Assignments.broken(dsl, company, 0, 0, MOST)).stream().map(AssignmentsHold::breach).toList();
    }

    private static Breach breach(Assignment a) {
        return new Breach("masters.party", a.partyId(), a.carrier(), Objects.toString(a.maxWeight(), ""),
                a.active() ? Objects.toString(a.parcelWeight(), "") : a.problem().orElse(""));
    }
}
