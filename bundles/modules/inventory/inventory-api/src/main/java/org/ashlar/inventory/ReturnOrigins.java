package org.ashlar.inventory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Finds the moves that returned goods came from, so that they go back at their own cost. */
public final class ReturnOrigins {

    private ReturnOrigins() {
    }

    /**
     * A part of what is returned.
     *
     * @param moveId the move it came from, {@code null} if none is left
     * @param quantity in the product's own unit
     */
    public record Part(Long moveId, BigDecimal quantity) {
    }

    /**
     * Spreads a quantity over moves, oldest first.
     *
     * @param quantity in the product's own unit
     * @param moves moves of one order line
     */
    public static List<Part> spread(BigDecimal quantity, List<MoveView> moves) {
        List<Part> parts = new ArrayList<>();
        BigDecimal left = quantity;
        for (MoveView move : moves) {
            BigDecimal free = move.quantity().subtract(move.returned()).min(left);
            if (free.signum() > 0) {
                parts.add(new Part(move.id(), free));
                left = left.subtract(free);
            }
        }
        if (left.signum() > 0) {
            parts.add(new Part(null, left));
        }
        return parts;
    }
}
