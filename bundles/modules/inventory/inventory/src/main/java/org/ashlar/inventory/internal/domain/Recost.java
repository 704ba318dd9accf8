package org.ashlar.inventory.internal.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.inventory.Against;

/**
 * Replays the history of a product in order of date and says which postings are missing from those already written, so
 * that entering in any order ends at the same values. Written postings are never changed.
 */
public final class Recost {

    /**
     * Where a posting belongs.
     *
     * @param eventId event
     * @param moveId move
     * @param against other side
     */
    public record Key(long eventId, long moveId, Against against) {
    }

    /**
     * Outcome.
     *
     * @param state product after its last event
     * @param differences postings to add
     */
    public record Result(CostState state, List<Posting> differences) {
    }

    private Recost() {
    }

    /** Replays; {@code written} holds the sums of the postings that exist. */
    public static Result replay(CostMethod method, int decimals, Collection<CostEvent> events,
            Map<Key, BigDecimal> written) {
        CostState state = new CostState(method);
        CostEngine engine = new CostEngine(decimals);
        Map<Key, BigDecimal> differences = new LinkedHashMap<>();
        events.stream().sorted().forEach(event -> {
            for (Posting posting : engine.apply(state, event)) {
                differences.merge(key(posting), posting.amount(), BigDecimal::add);
            }
        });
        written.forEach((key, amount) -> differences.merge(key, amount.negate(), BigDecimal::add));
        List<Posting> result = new ArrayList<>();
        differences.forEach((key, amount) -> {
            if (amount.signum() != 0) {
                result.add(new Posting(key.eventId(), key.moveId(), amount, key.against()));
            }
        });
        return new Result(state, result);
    }

    /** Key of a posting. */
    public static Key key(Posting posting) {
        return new Key(posting.eventId(), posting.moveId(), posting.against());
    }
}
