package extension.acme.carrier.sales;

import static org.jooq.impl.DSL.field;

import java.math.BigDecimal;
import org.ashlar.masters.Currencies;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.Sql;
import org.ashlar.sales.OrderView;
import org.ashlar.sales.spi.OrderCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Refuses to confirm an order that is worth more than the customer's carrier insures. */
@Component
public final class InsuranceCheck implements OrderCheck {

    private final Sql sql;
    private final Access access;
    private final Currencies currencies;

    /** Used by DS. */
    @Activate
    public InsuranceCheck(@Reference Sql sql, @Reference Access access, @Reference Currencies currencies) {
        this.sql = sql;
        this.access = access;
        this.currencies = currencies;
    }

    @Override
    public void check(OrderView order) {
        Cover cover = sql.any(dsl -> dsl
                .select(field("c.code", String.class), field("c.currency", String.class),
                        field("c.insured_up_to", BigDecimal.class))
                .from("acme_carrier_party p").join("acme_carrier_carrier c").on("c.id = p.carrier_id")
                .where(field("p.id", Long.class).eq(order.partyId()))
                .fetchAny(r -> new Cover(r.value1(), r.value2(), r.value3())));
        if (cover == null || cover.upTo() == null) {
            return;
        }
        BigDecimal worth = currencies.convert(order.totalAmount(), order.currency(), cover.currency(), access.today());
        if (!cover.covers(worth)) {
            throw Problem.rule("party", "acme-carrier.order.uninsured", cover.carrier(), cover.upTo(), cover.currency(),
                    worth);
        }
    }
}
