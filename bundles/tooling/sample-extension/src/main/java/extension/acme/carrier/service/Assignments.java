package extension.acme.carrier.service;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;

import extension.acme.carrier.domain.Assignment;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** Reads who is served by whom, one statement each. */
final class Assignments {

    private static final Field<Long> PARTY = field("p.id", Long.class);
    private static final Field<Long> CARRIER = field("c.id", Long.class);
    private static final Field<Long> COMPANY = field("c.company_id", Long.class);
    private static final Field<String> CODE = field("c.code", String.class);
    private static final Field<Boolean> ACTIVE = field("c.active", Boolean.class);
    private static final Field<BigDecimal> MAX_WEIGHT = field("c.max_weight", BigDecimal.class);
    private static final Field<BigDecimal> PARCEL_WEIGHT = field("p.parcel_weight", BigDecimal.class);

    private Assignments() {
    }

    /** Those of a company that break a rule; of one party or one carrier only, unless the id is 0. */
    static List<Assignment> broken(DSLContext dsl, long company, long party, long carrier, int most) {
        Condition broken = ACTIVE.isFalse().or(PARCEL_WEIGHT.gt(MAX_WEIGHT));
        Condition which = (party == 0 ? noCondition() : PARTY.eq(party))
                .and(carrier == 0 ? noCondition() : CARRIER.eq(carrier));
        return read(dsl, COMPANY.eq(company).and(which).and(broken), most);
    }

    /** The one of a party, or nothing. */
    static List<Assignment> of(DSLContext dsl, long company, long party) {
        return read(dsl, COMPANY.eq(company).and(PARTY.eq(party)), 1);
    }

    private static List<Assignment> read(DSLContext dsl, Condition which, int most) {
        return dsl.select(PARTY, CODE, ACTIVE, MAX_WEIGHT, PARCEL_WEIGHT)
                .from("acme_carrier_party p").join("acme_carrier_carrier c").on("c.id = p.carrier_id")
                .where(which).orderBy(PARTY).limit(most)
                .fetch(r -> new Assignment(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
    }
}
