package org.ashlar.masters.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A price list with its rows, ready for look-ups. Immutable, thread-safe.
 */
public final class PriceTable {

    /**
     * A row.
     *
     * @param id row id
     * @param productId product, {@code null}: not for one product
     * @param categoryId category, {@code null}: not for one category
     * @param partyId customer, {@code null}: all
     * @param minQuantity quantity from which on it holds, in {@code unit}
     * @param unit unit of quantity and price, {@code null}: the product's base unit
     * @param price price per unit, {@code null}: the product's sale price
     * @param discountPercent discount on the price, 0 if none
     * @param validity days on which it holds
     */
    public record Row(long id, Long productId, Long categoryId, Long partyId, BigDecimal minQuantity, String unit,
            BigDecimal price, BigDecimal discountPercent, Validity validity) {
    }

    /**
     * A span of days, open where {@code null}.
     *
     * @param from first day
     * @param to last day
     */
    public record Validity(LocalDate from, LocalDate to) {

        /** Always. */
        public static final Validity ALWAYS = new Validity(null, null);

        /** Whether the day lies in it. */
        public boolean holds(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }
    }

    private final long id;
    private final String code;
    private final String currency;
    private final boolean slab;
    private final boolean standard;
    private final Validity validity;
    private final Map<Long, List<Row>> byProduct = new HashMap<>();
    private final Map<Long, List<Row>> byCategory = new HashMap<>();
    private final List<Row> general = new ArrayList<>();

    /** Of a list and its rows. */
    public PriceTable(long id, String code, String currency, boolean slab, boolean standard, Validity validity,
            List<Row> rows) {
        this.id = id;
        this.code = code;
        this.currency = currency;
        this.slab = slab;
        this.standard = standard;
        this.validity = validity;
        for (Row row : rows) {
            if (row.productId() != null) {
                byProduct.computeIfAbsent(row.productId(), k -> new ArrayList<>()).add(row);
            } else if (row.categoryId() != null) {
                byCategory.computeIfAbsent(row.categoryId(), k -> new ArrayList<>()).add(row);
            } else {
                general.add(row);
            }
        }
    }

    /** Record id. */
    public long id() {
        return id;
    }

    /** Code. */
    public String code() {
        return code;
    }

    /** Currency of its prices. */
    public String currency() {
        return currency;
    }

    /** Whether each tier prices only its own part of the quantity. */
    public boolean slab() {
        return slab;
    }

    /** Whether it holds for customers without a list of their own. */
    public boolean standard() {
        return standard;
    }

    /** Days on which it holds. */
    public Validity validity() {
        return validity;
    }

    /** Rows by specificity: for the product, for its categories from the nearest up, for everything; empty levels stay. */
    List<List<Row>> levels(long productId, List<Long> categories) {
        List<List<Row>> levels = new ArrayList<>();
        levels.add(byProduct.getOrDefault(productId, List.of()));
        for (Long category : categories) {
            levels.add(byCategory.getOrDefault(category, List.of()));
        }
        levels.add(general);
        return levels;
    }
}
