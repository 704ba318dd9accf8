package org.ashlar.purchasing.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.purchasing.LineQuantity;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static final String CODE = "purchasing.order.receive";
    private final List<Selection.Offer> offers = List.of(offer(11, 1, 5, 5), offer(12, 2, 0, 0), offer(13, 3, 8, 9));

    private static Selection.Offer offer(long id, int no, long open, long limit) {
        return new Selection.Offer(id, no, BigDecimal.valueOf(open), BigDecimal.valueOf(limit));
    }

    private static Selection.Wish wish(Long id, String quantity) {
        return new Selection.Wish(id, quantity == null ? null : new BigDecimal(quantity));
    }

    private Problem refused(Selection.Wish... wishes) {
        return catchThrowableOfType(Problem.class, () -> Selection.of(List.of(wishes), offers, CODE));
    }

    @Test
    void withoutWishesTakesEverythingOpen() {
        assertThat(Selection.of(null, offers, CODE)).containsExactly(new LineQuantity(11, BigDecimal.valueOf(5)),
                new LineQuantity(13, BigDecimal.valueOf(8)));
    }

    @Test
    void withoutQuantityTakesWhatIsOpenOnTheLine() {
        assertThat(Selection.of(List.of(wish(13L, null)), offers, CODE))
                .containsExactly(new LineQuantity(13, BigDecimal.valueOf(8)));
    }

    @Test
    void goesUpToTheLimit() {
        assertThat(Selection.of(List.of(wish(13L, "9")), offers, CODE)).hasSize(1);
        Problem problem = refused(wish(11L, "2"), wish(13L, "9.000001"));
        assertThat(problem.kind()).isEqualTo(ProblemKind.RULE);
        assertThat(problem.errors()).singleElement().satisfies(e -> {
            assertThat(e.field()).isEqualTo("lines[1].quantity");
            assertThat(e.code()).isEqualTo("purchasing.order.receive.tooMuch");
        });
    }

    @Test
    void namesEveryWrongLine() {
        Problem problem = refused(wish(11L, "-1"), wish(99L, "1"), wish(null, "1"), wish(13L, "1"), wish(13L, "1"));
        assertThat(problem.errors()).extracting(e -> e.field() + " " + e.code()).containsExactly(
                "lines[0].quantity purchasing.order.line.quantity.notPositive", "lines[1].lineId purchasing.order.line.unknown",
                "lines[2].lineId purchasing.order.line.unknown", "lines[4].lineId purchasing.order.line.twice");
    }

    @Test
    void saysWhenNothingIsLeft() {
        assertThat(refused(wish(12L, null)).code()).isEqualTo("purchasing.order.receive.nothing");
        Problem all = catchThrowableOfType(Problem.class,
                () -> Selection.of(List.of(), List.of(offer(12, 1, 0, 0)), CODE));
        assertThat(all.code()).isEqualTo("purchasing.order.receive.nothing");
    }
}
