package org.ashlar.platform.approvals.internal.domain;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;

/** Whether a record changed for the worse since it was approved: an amount grew, or a named field is another. */
public final class Worse {

    private Worse() {
    }

    /** Values are texts, numbers as plain decimals; a field without a value is missing or {@code null}. */
    public static boolean than(Map<String, String> approved, Map<String, String> now, Collection<String> increase,
            Collection<String> change) {
        return increase.stream().anyMatch(f -> number(now.get(f)).compareTo(number(approved.get(f))) > 0)
                || change.stream().anyMatch(f -> differs(approved.get(f), now.get(f)));
    }

    private static boolean differs(String before, String after) {
        if (Objects.equals(before, after)) {
            return false;
        }
        try {
            return before == null || after == null || new BigDecimal(before).compareTo(new BigDecimal(after)) != 0;
        } catch (NumberFormatException text) {
            return true;
        }
    }

    private static BigDecimal number(String text) {
        try {
            return text == null ? BigDecimal.ZERO : new BigDecimal(text);
        } catch (NumberFormatException text2) {
            return BigDecimal.ZERO;
        }
    }
}
