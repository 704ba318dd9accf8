package org.ashlar.itests.torture;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.ashlar.inventory.Against;
import org.ashlar.inventory.internal.domain.CostEngine;
import org.ashlar.inventory.internal.domain.CostEvent;
import org.ashlar.inventory.internal.domain.CostMethod;
import org.ashlar.inventory.internal.domain.CostState;
import org.ashlar.inventory.internal.domain.Posting;
import org.ashlar.inventory.internal.domain.Recost;

/** The value of one product as the suite keeps it, in memory: applies what it can, replays the history otherwise. */
final class CostBook {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final int DECIMALS = 2;

    private final CostMethod method;
    private final CostEngine engine = new CostEngine(DECIMALS);
    private final List<CostEvent> history = new ArrayList<>();
    private final Map<Recost.Key, BigDecimal> written = new HashMap<>();
    private CostState state;

    CostBook(CostMethod method) {
        this.method = method;
        state = new CostState(method);
    }

    /** A history by date in which stock never falls below zero: receipts, issues, goods that come back, late costs. */
    static List<CostEvent> history(Random random, int size) {
        List<CostEvent> events = new ArrayList<>();
        List<CostEvent> receipts = new ArrayList<>();
        Map<CostEvent, BigDecimal> out = new HashMap<>();
        List<CostEvent> issues = new ArrayList<>();
        BigDecimal there = BigDecimal.ZERO;
        for (int i = 1; i <= size; i++) {
            BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(400), 2);
            int choice = random.nextInt(10);
            CostEvent issue = issues.isEmpty() ? null : issues.get(random.nextInt(issues.size()));
            if (choice == 0 && !receipts.isEmpty()) {
                events.add(event(CostEvent.Type.LATE_COST, i, receipts.get(random.nextInt(receipts.size())).moveId(), BigDecimal.ZERO,
                        BigDecimal.valueOf(random.nextInt(2000) - 500L, DECIMALS), null, Against.SUPPLY));
            } else if (choice == 1 && issue != null && out.get(issue).signum() > 0) {
                BigDecimal part = quantity.min(out.get(issue));
                events.add(event(CostEvent.Type.RETURN_IN, i, i, part, BigDecimal.ZERO, issue.moveId(), Against.CONSUMPTION));
                out.merge(issue, part.negate(), BigDecimal::add);
                there = there.add(part);
            } else if (choice < 6 && there.signum() > 0) {
                BigDecimal part = random.nextInt(5) == 0 ? there : quantity.min(there);
                CostEvent taken = event(CostEvent.Type.OUT, i, i, part, BigDecimal.ZERO, null, Against.CONSUMPTION);
                events.add(taken);
                issues.add(taken);
                out.put(taken, part);
                there = there.subtract(part);
            } else {
                CostEvent receipt = event(CostEvent.Type.IN, i, i, quantity, BigDecimal.valueOf(random.nextInt(100_000), DECIMALS),
                        null, Against.SUPPLY);
                events.add(receipt);
                receipts.add(receipt);
                there = there.add(quantity);
            }
        }
        return events;
    }

    private static CostEvent event(CostEvent.Type type, int i, long move, BigDecimal quantity, BigDecimal value, Long origin,
            Against against) {
        // Several a day, so that the order inside a day counts, too.
        return new CostEvent(type, i, move, FIRST.plusDays(i / 3), i, quantity, value, origin, against,
                BigDecimal.valueOf(1500 + 7 * (i % 3), DECIMALS));
    }

    void enter(CostEvent event) {
        boolean simple = state.accepts(event);
        history.add(event);
        List<Posting> postings;
        if (simple) {
            postings = engine.apply(state, event);
        } else {
            Recost.Result result = Recost.replay(method, DECIMALS, history, written);
            postings = result.differences();
            state = result.state();
        }
        postings.forEach(p -> written.merge(Recost.key(p), p.amount(), BigDecimal::add));
    }

    /** What each event is worth against each other side, and what is there; equal for equal books. */
    Map<String, BigDecimal> worth() {
        Map<String, BigDecimal> worth = new TreeMap<>();
        written.forEach((key, amount) -> {
            if (amount.signum() != 0) {
                worth.put(key.toString(), amount.stripTrailingZeros());
            }
        });
        worth.put("quantity", state.quantity().stripTrailingZeros());
        worth.put("value", state.value().stripTrailingZeros());
        return worth;
    }
}
