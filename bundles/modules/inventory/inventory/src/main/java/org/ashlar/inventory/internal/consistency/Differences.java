package org.ashlar.inventory.internal.consistency;

import java.math.BigDecimal;
import java.util.List;
import org.ashlar.inventory.internal.service.StockMath;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.consistency.Breach;
import org.ashlar.platform.record.Sql;

/** Runs a query that answers only what is wrong: subject, expected and actual. */
final class Differences {

    private static final int MOST = 1000;

    private Differences() {
    }

    /** {@code query} has the company as its only parameters, {@code companies} of them. */
    static List<Breach> find(Sql sql, Access access, String model, String query, int companies) {
        Object[] binds = new Object[companies];
        java.util.Arrays.fill(binds, access.caller().companyId());
        return sql.read(ctx -> ctx.resultQuery(query, binds).maxRows(MOST).fetch(r -> new Breach(model, 0,
                r.get(0, String.class), plain(r.get(1, BigDecimal.class)), plain(r.get(2, BigDecimal.class)))));
    }

    private static String plain(BigDecimal value) {
        return value == null ? "0" : StockMath.plain(value);
    }
}
