package org.ashlar.bridge.purchasing.sales.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A sales or purchase order, as much of it as the other company must know.
 *
 * @param kind whether it sells or buys
 * @param id record id
 * @param companyId owning company
 * @param number document number
 * @param stage how far it is
 * @param partyId customer or vendor
 * @param date document date
 * @param wanted date on which the goods are wanted, may be {@code null}
 * @param currency of all amounts
 * @param paymentTermDays may be {@code null}
 * @param total with tax
 * @param lines lines in order
 */
public record Trade(Kind kind, long id, long companyId, String number, Stage stage, long partyId, LocalDate date,
        LocalDate wanted, String currency, Integer paymentTermDays, BigDecimal total, List<Line> lines) {

    /** Copies the lines. */
    public Trade {
        lines = List.copyOf(lines);
    }

    /** Which of the two documents it is. */
    public enum Kind {
        SALE("sales.order"), PURCHASE("purchasing.order");

        private final String model;

        Kind(String model) {
            this.model = model;
        }

        /** Model id. */
        public String model() {
            return model;
        }

        /** What the other company writes for it. */
        public Kind other() {
            return this == SALE ? PURCHASE : SALE;
        }
    }

    /** How far an order is. */
    public enum Stage {
        /** May still be rewritten. */
        OPEN,
        /** Binding or done. */
        BINDING,
        /** Given up. */
        ENDED
    }

    /**
     * One line.
     *
     * @param productId product of the order's company, {@code null} for a free text line
     * @param text description
     * @param quantity ordered
     * @param unit unit code
     * @param unitPrice before discount
     * @param discountPercent 0 to 100
     */
    public record Line(Long productId, String text, BigDecimal quantity, String unit, BigDecimal unitPrice,
            BigDecimal discountPercent) {
    }
}
