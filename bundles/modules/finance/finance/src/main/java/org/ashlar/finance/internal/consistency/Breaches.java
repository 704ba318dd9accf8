package org.ashlar.finance.internal.consistency;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

import org.ashlar.platform.consistency.Breach;
import org.ashlar.platform.record.Sql;
import org.jooq.Record;

/** Runs the statement of a rule. */
final class Breaches {

    private static final String LIMIT = " FETCH FIRST 1000 ROWS ONLY";

    private Breaches() {
    }

    /** Every row is a breach; the statement takes the company the given number of times. */
    static List<Breach> find(Sql sql, String statement, long company, int times, Function<Record, Breach> breach) {
        Object[] values = Collections.nCopies(times, company).toArray();
        return List.copyOf(sql.read(context -> context.resultQuery(statement + LIMIT, values).fetch().map(breach::apply)));
    }

    /** A text without trailing zeros. */
    static String text(Record row, int column) {
        BigDecimal value = row.get(column, BigDecimal.class);
        return value == null ? "" : value.stripTrailingZeros().toPlainString();
    }
}
