package org.ashlar.bridge.purchasing.sales.internal.service;

import java.util.ArrayList;
import java.util.List;
import org.ashlar.bridge.purchasing.sales.internal.domain.Trade;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.consistency.Breach;
import org.ashlar.platform.consistency.ConsistencyRule;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Both companies' rows say the same, what was written is as far as its row says, and no order to a company that takes orders is
 * without its counterpart, as one confirmed while the bridge was away would be.
 */
@Component
public final class MirrorsAgreeRule implements ConsistencyRule {

    private static final int MOST = 1000;
    private static final String FIRST = " FETCH FIRST " + MOST + " ROWS ONLY";

    private static final String TWINS = "SELECT m.id, m.own_no, m.state, t.state FROM purchasing_sales_mirror m"
            + " LEFT JOIN purchasing_sales_mirror t ON t.id = m.twin_id AND t.twin_id = m.id"
            + " WHERE m.company_id = ? AND (t.id IS NULL OR t.state <> m.state) ORDER BY m.id" + FIRST;

    private static final String STATES = "SELECT m.id, m.own_no, m.state, o.state FROM purchasing_sales_mirror m JOIN {table} o"
            + " ON o.id = m.{column} WHERE m.company_id = ? AND m.side = 'MIRROR'"
            + " AND (m.state = 'CONFIRMED' AND o.state NOT IN ('CONFIRMED', 'DONE')"
            + " OR m.state IN ('DRAFT', 'CHANGING') AND o.state NOT IN ('DRAFT', 'SENT')) ORDER BY m.id" + FIRST;

    private static final String MISSING = "SELECT o.id, o.order_no FROM {table} o JOIN masters_party p ON p.id = o.party_id"
            + " JOIN purchasing_sales_rule r ON r.company_id = p.partner_company_id AND r.partner_company_id = o.company_id"
            + " WHERE o.company_id = ? AND o.state = 'CONFIRMED' AND o.historic = FALSE AND r.active = TRUE AND r.{takes} = TRUE"
            + " AND o.confirmed_date > CAST(r.changed_at AS DATE) AND NOT EXISTS (SELECT 1 FROM purchasing_sales_mirror m"
            + " WHERE m.company_id = o.company_id AND m.{column} = o.id) ORDER BY o.id" + FIRST;

    private final Sql sql;
    private final Access access;

    /** Used by DS. */
    @Activate
    public MirrorsAgreeRule(@Reference Sql sql, @Reference Access access) {
        this.sql = sql;
        this.access = access;
    }

    @Override
    public String id() {
        return "purchasing-sales.mirrorsAgree";
    }

    @Override
    public List<Breach> check() {
        List<Breach> breaches = new ArrayList<>(rows(TWINS));
        for (Trade.Kind kind : Trade.Kind.values()) {
            breaches.addAll(rows(of(STATES, kind)));
            breaches.addAll(sql.any(db -> db.resultQuery(of(MISSING, kind), access.caller().companyId())
                    .fetch(r -> new Breach(kind.model(), r.get(0, Long.class), r.get(1, String.class),
                            "an order in the partner company", "none; reopen and confirm"))));
        }
        return breaches.subList(0, Math.min(MOST, breaches.size()));
    }

    private List<Breach> rows(String statement) {
        return sql.any(db -> db.resultQuery(statement, access.caller().companyId()).fetch(r -> new Breach(Mirrors.MODEL,
                r.get(0, Long.class), r.get(1, String.class), r.get(2, String.class), String.valueOf(r.get(3)))));
    }

    private static String of(String statement, Trade.Kind kind) {
        boolean sale = kind == Trade.Kind.SALE;
        return statement.replace("{table}", sale ? "sales_order" : "purchasing_order")
                .replace("{column}", sale ? "sales_order_id" : "purchase_order_id")
                .replace("{takes}", sale ? "takes_sales" : "takes_purchases");
    }
}
