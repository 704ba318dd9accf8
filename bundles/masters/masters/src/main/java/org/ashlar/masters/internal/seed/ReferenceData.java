package org.ashlar.masters.internal.seed;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ashlar.masters.internal.cache.CodeCache;
import org.ashlar.masters.internal.cache.Lookups;
import org.ashlar.masters.internal.cache.UnitCache;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The published codes that every installation starts with: ISO 4217 currencies, ISO 3166 countries, UN/ECE Rec 20 units.
 * Adds what is missing, never changes what is there. Thread-safe.
 */
@Component(service = ReferenceData.class)
public final class ReferenceData {

    private final Lookups lookups;
    private final SharedRows rows;
    private final CodeCache codes;
    private final UnitCache units;

    @Activate
    public ReferenceData(@Reference Lookups lookups, @Reference SharedRows rows, @Reference CodeCache codes,
            @Reference UnitCache units) {
        this.lookups = lookups;
        this.rows = rows;
        this.codes = codes;
        this.units = units;
    }

    /** Adds what is missing; inside a transaction. */
    public void complete() {
        currencies();
        countries();
        units();
    }

    private void currencies() {
        List<Object[]> missing = missing("masters_currency", "currencies.csv").stream().map(c -> new Object[] {c.get(0),
            c.get(1), c.get(2), c.get(3), text(c.get(4)), Integer.valueOf(c.get(5)), Boolean.valueOf(c.get(6))}).toList();
        if (!missing.isEmpty()) {
            codes.changed(CodeCache.SHARED);
            rows.insert("masters_currency", List.of("code", "numeric_code", "name", "name_zh", "symbol", "decimals", "active"),
                    missing);
        }
    }

    private void countries() {
        List<Object[]> missing = missing("masters_country", "countries.csv").stream().map(c -> new Object[] {c.get(0),
            c.get(1), c.get(2), c.get(3), c.get(4), true}).toList();
        if (!missing.isEmpty()) {
            codes.changed(CodeCache.SHARED);
            rows.insert("masters_country", List.of("code", "code3", "numeric_code", "name", "name_zh", "active"),
                    missing);
        }
    }

    private void units() {
        List<Object[]> missing = missing("masters_unit", "units.csv").stream().map(c -> new Object[] {c.get(0), c.get(1),
            c.get(2), text(c.get(3)), c.get(4), number(c.get(5)), number(c.get(6)), Integer.valueOf(c.get(7)),
            true}).toList();
        if (!missing.isEmpty()) {
            units.changed(UnitCache.SHARED);
            rows.insert("masters_unit", List.of("code", "name", "name_zh", "symbol", "dimension", "numerator",
                    "denominator", "decimals", "active"), missing);
        }
    }

    private List<List<String>> missing(String tableName, String file) {
        Set<String> known = new HashSet<>(lookups.fresh(dsl -> dsl.select(field("code", String.class))
                .from(table(tableName)).fetch(0, String.class)));
        return SeedFile.rows(file).stream().filter(cells -> !known.contains(cells.get(0))).toList();
    }

    private static String text(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    private static Long number(String cell) {
        return cell.isEmpty() ? null : Long.valueOf(cell);
    }
}
