package org.ashlar.inventory.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.inventory.Against;

/** A product's book as the service keeps it, in memory: applies what it can and replays otherwise. */
final class CostingFigures {

    final CostMethod method;
    final List<CostEvent> history = new ArrayList<>();
    final Map<Recost.Key, BigDecimal> written = new HashMap<>();
    CostState state;
    long sequence;
    int replays;

    CostingFigures(CostMethod method) {
        this.method = method;
        this.state = new CostState(method);
    }

    static LocalDate day(int day) {
        return LocalDate.of(2026, 1, 1).plusDays(day - 1L);
    }

    CostEvent in(int day, String quantity, String value) {
        return enter(event(CostEvent.Type.IN, day, quantity, value, null, Against.SUPPLY, "15"));
    }

    CostEvent out(int day, String quantity) {
        return enter(event(CostEvent.Type.OUT, day, quantity, "0", null, Against.CONSUMPTION, "15"));
    }

    CostEvent back(CostEvent.Type type, int day, String quantity, CostEvent origin) {
        return enter(event(type, day, quantity, "0", origin.moveId(), origin.against(), "15"));
    }

    CostEvent late(int day, CostEvent receipt, String amount) {
        long next = ++sequence;
        return enter(new CostEvent(CostEvent.Type.LATE_COST, next, receipt.moveId(), day(day), next, BigDecimal.ZERO,
                new BigDecimal(amount), null, receipt.against(), BigDecimal.ZERO));
    }

    CostEvent event(CostEvent.Type type, int day, String quantity, String value, Long origin, Against against,
            String standard) {
        long next = ++sequence;
        return new CostEvent(type, next, next, day(day), next, new BigDecimal(quantity), new BigDecimal(value), origin,
                against, new BigDecimal(standard));
    }

    CostEvent enter(CostEvent event) {
        boolean simple = state.accepts(event);
        history.add(event);
        List<Posting> postings;
        if (simple) {
            postings = new CostEngine(2).apply(state, event);
        } else {
            replays++;
            Recost.Result result = Recost.replay(method, 2, history, written);
            postings = result.differences();
            state = result.state();
        }
        postings.forEach(p -> written.merge(Recost.key(p), p.amount(), BigDecimal::add));
        return event;
    }

    BigDecimal total(CostEvent event, Against against) {
        return written.entrySet().stream()
                .filter(e -> e.getKey().eventId() == event.id() && e.getKey().against() == against)
                .map(Map.Entry::getValue).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal writtenValue() {
        return written.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
