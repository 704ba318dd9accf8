package org.ashlar.purchasing.internal.action;

import java.math.BigDecimal;
import java.util.List;

/**
 * Which variances of bills are accepted and why.
 *
 * @param lines what is accepted per order line
 * @param reason why
 */
public record ReleaseBody(List<Line> lines, String reason) {

    /**
     * One line.
     *
     * @param lineId record id of the order line
     * @param unitPrice highest price after discount that may be billed, left out: as ordered
     * @param quantity highest quantity that may be billed in all, left out: as received
     */
    public record Line(Long lineId, BigDecimal unitPrice, BigDecimal quantity) {
    }
}
