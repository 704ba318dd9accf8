package org.ashlar.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReturnOriginsTest {

    private static BigDecimal d(long value) {
        return BigDecimal.valueOf(value);
    }

    private static MoveView move(long id, long quantity, long returned) {
        return new MoveView(id, new TransferId(1), TransferKind.DELIVERY, 7, 3, d(quantity), "PCE",
                LocalDate.of(2026, 1, 1), BigDecimal.ZERO, d(returned));
    }

    @Test
    void takesTheOldestMovesFirstAndOnlyWhatIsLeftOfThem() {
        assertThat(ReturnOrigins.spread(d(6), List.of(move(1, 5, 2), move(2, 4, 4), move(3, 10, 0))))
                .containsExactly(new ReturnOrigins.Part(1L, d(3)), new ReturnOrigins.Part(3L, d(3)));
    }

    @Test
    void whatHasNoMoveGoesBackWithoutOne() {
        assertThat(ReturnOrigins.spread(d(6), List.of(move(1, 4, 0))))
                .containsExactly(new ReturnOrigins.Part(1L, d(4)), new ReturnOrigins.Part(null, d(2)));
        assertThat(ReturnOrigins.spread(d(6), List.of())).containsExactly(new ReturnOrigins.Part(null, d(6)));
    }

    @Property(tries = 300)
    void nothingIsLostAndNoMoveGivesMoreThanItHas(@ForAll @IntRange(min = 1, max = 60) int wanted,
            @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 12) Integer> quantities) {
        List<MoveView> moves = new ArrayList<>();
        for (int i = 0; i < quantities.size(); i++) {
            moves.add(move(i + 1L, quantities.get(i), quantities.get(i) / 3));
        }
        List<ReturnOrigins.Part> parts = ReturnOrigins.spread(d(wanted), moves);
        assertThat(parts.stream().map(ReturnOrigins.Part::quantity).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(d(wanted));
        for (ReturnOrigins.Part part : parts) {
            if (part.moveId() != null) {
                MoveView from = moves.get((int) (part.moveId() - 1));
                assertThat(part.quantity()).isPositive().isLessThanOrEqualTo(from.quantity().subtract(from.returned()));
            }
        }
    }
}
