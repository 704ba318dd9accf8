package org.ashlar.inventory.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ashlar.inventory.Against;

/** What holds for any history. */
class CostingPropertiesTest {

    @Property(tries = 400)
    void valueFollowsPostingsAndNothingIsWorthNothing(@ForAll CostMethod method, @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int size) {
        CostingFigures book = new CostingFigures(method);
        for (CostEvent event : history(new Random(seed), size)) {
            book.enter(event);
            assertThat(book.writtenValue()).isEqualByComparingTo(book.state.value());
            if (book.state.quantity().signum() == 0) {
                assertThat(book.state.value()).isEqualByComparingTo("0");
            }
            assertThat(book.state.value().signum()).isGreaterThanOrEqualTo(0);
            if (method == CostMethod.FIFO) {
                assertThat(sum(book.state.layers().stream().map(Layer::quantity).toList()))
                        .isEqualByComparingTo(book.state.quantity());
                assertThat(sum(book.state.layers().stream().map(Layer::value).toList()))
                        .isEqualByComparingTo(book.state.value());
            }
        }
    }

    @Property(tries = 300)
    void anyOrderOfEntryEndsAtTheSameValues(@ForAll CostMethod method, @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 25) int size) {
        Random random = new Random(seed);
        List<CostEvent> sorted = history(random, size);
        CostingFigures inOrder = new CostingFigures(method);
        sorted.forEach(inOrder::enter);
        List<CostEvent> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, random);
        CostingFigures mixed = new CostingFigures(method);
        shuffled.forEach(mixed::enter);
        assertThat(mixed.state.quantity()).isEqualByComparingTo(inOrder.state.quantity());
        assertThat(mixed.state.value()).isEqualByComparingTo(inOrder.state.value());
        assertThat(nonZero(mixed.written)).isEqualTo(nonZero(inOrder.written));
    }

    @Property(tries = 200)
    void replayOfAnUntouchedHistoryChangesNothing(@ForAll CostMethod method, @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int size) {
        CostingFigures book = new CostingFigures(method);
        history(new Random(seed), size).forEach(book::enter);
        assertThat(Recost.replay(method, 2, book.history, book.written).differences()).isEmpty();
    }

    /** A history without oversell, by date, with returns and late costs. */
    private static List<CostEvent> history(Random random, int size) {
        List<CostEvent> events = new ArrayList<>();
        List<CostEvent> receipts = new ArrayList<>();
        List<CostEvent> issues = new ArrayList<>();
        Map<Long, BigDecimal> returned = new HashMap<>();
        BigDecimal there = BigDecimal.ZERO;
        for (int i = 1; i <= size; i++) {
            int choice = random.nextInt(10);
            BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(400), 2);
            if (choice == 7 && !issues.isEmpty()) {
                CostEvent origin = issues.get(random.nextInt(issues.size()));
                BigDecimal part = quantity.min(open(origin, returned));
                if (part.signum() > 0) {
                    events.add(event(CostEvent.Type.RETURN_IN, i, part, BigDecimal.ZERO, origin.moveId(), Against.CONSUMPTION));
                    returned.merge(origin.moveId(), part, BigDecimal::add);
                    there = there.add(part);
                }
            } else if (choice == 8 && !receipts.isEmpty()) {
                CostEvent origin = receipts.get(random.nextInt(receipts.size()));
                BigDecimal part = quantity.min(open(origin, returned)).min(there);
                if (part.signum() > 0) {
                    events.add(event(CostEvent.Type.RETURN_OUT, i, part, BigDecimal.ZERO, origin.moveId(), Against.SUPPLY));
                    returned.merge(origin.moveId(), part, BigDecimal::add);
                    there = there.subtract(part);
                }
            } else if (choice == 9 && !receipts.isEmpty()) {
                CostEvent receipt = receipts.get(random.nextInt(receipts.size()));
                events.add(new CostEvent(CostEvent.Type.LATE_COST, i, receipt.moveId(), CostingFigures.day(i), i,
                        BigDecimal.ZERO, BigDecimal.valueOf(random.nextInt(2000) - 500L, 2), null, Against.SUPPLY,
                        BigDecimal.ZERO));
            } else if (choice > 3 && there.signum() > 0) {
                BigDecimal part = random.nextInt(4) == 0 ? there : quantity.min(there);
                CostEvent issue = event(CostEvent.Type.OUT, i, part, BigDecimal.ZERO, null, Against.CONSUMPTION);
                events.add(issue);
                issues.add(issue);
                there = there.subtract(part);
            } else {
                CostEvent receipt = event(CostEvent.Type.IN, i, quantity,
                        BigDecimal.valueOf(random.nextInt(100_000), 2), null, Against.SUPPLY);
                events.add(receipt);
                receipts.add(receipt);
                there = there.add(quantity);
            }
        }
        return events;
    }

    private static CostEvent event(CostEvent.Type type, int i, BigDecimal quantity, BigDecimal value, Long origin,
            Against against) {
        return new CostEvent(type, i, i, CostingFigures.day(i), i, quantity, value, origin, against,
                BigDecimal.valueOf(1500 + 7 * (i % 3), 2));
    }

    private static BigDecimal open(CostEvent origin, Map<Long, BigDecimal> returned) {
        return origin.quantity().subtract(returned.getOrDefault(origin.moveId(), BigDecimal.ZERO));
    }

    private static BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<Recost.Key, String> nonZero(Map<Recost.Key, BigDecimal> written) {
        Map<Recost.Key, String> result = new HashMap<>();
        written.forEach((key, amount) -> {
            if (amount.signum() != 0) {
                result.put(key, amount.setScale(2).toPlainString());
            }
        });
        return result;
    }
}
