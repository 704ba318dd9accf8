package org.ashlar.platform.insight.internal.board;

import java.math.BigDecimal;

/** Numbers as they stand in answers. */
final class Numbers {

    private Numbers() {
    }

    /** Without zeros at the end, and never with an exponent. */
    static Object plain(Object value) {
        if (!(value instanceof BigDecimal number)) {
            return value;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A number to compare by; nothing is the least. */
    static BigDecimal weight(Object value) {
        return value instanceof Number ? new BigDecimal(value.toString()) : BigDecimal.ZERO;
    }
}
