package org.ashlar.inventory.internal.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.ashlar.inventory.Against;

/**
 * Values the events of a product one after the other. For every method: the postings of all events add up to the value of
 * what is there, and when nothing is there that value is exactly zero. Quantities may fall below zero while a history is
 * replayed in order of date; such issues are valued when goods come in. Immutable, thread-safe.
 */
public final class CostEngine {

    /** Part of a value that belongs to a part of a quantity. */
    interface Share {
        BigDecimal of(BigDecimal whole, BigDecimal part, BigDecimal of);
    }

    private final int decimals;

    /** An engine that rounds to that many decimals of the company's currency. */
    public CostEngine(int decimals) {
        this.decimals = decimals;
    }

    /** Applies an event to the state and answers the changes of value, those of earlier short issues included. */
    public List<Posting> apply(CostState state, CostEvent event) {
        List<Posting> out = new ArrayList<>(2);
        switch (event.type()) {
            case IN -> receive(state, event, event.value(), out);
            case RETURN_IN -> {
                Origin origin = state.origin(event.originMoveId());
                receive(state, event, origin == null ? event.value() : origin.valueOf(event.quantity(), decimals), out);
                returned(state, event, origin);
            }
            case OUT -> issue(state, event, null, out);
            case RETURN_OUT -> {
                Origin origin = state.origin(event.originMoveId());
                issue(state, event, origin == null ? null : origin.valueOf(event.quantity(), decimals), out);
                returned(state, event, origin);
            }
            case LATE_COST -> lateCost(state, event, out);
        }
        remember(state, event, out);
        state.saw(event);
        return out;
    }

    private void receive(CostState state, CostEvent event, BigDecimal incoming, List<Posting> out) {
        if (state.method() == CostMethod.STANDARD) {
            restate(state, event, out);
            BigDecimal carried = carry(state, event, event.quantity());
            post(event, incoming, event.against(), out);
            post(event, carried.subtract(incoming), Against.PRICE_DIFFERENCE, out);
            state.change(event.quantity(), carried);
            return;
        }
        post(event, incoming, event.against(), out);
        BigDecimal[] left = state.settle(event.quantity(), incoming, this::share, out);
        state.change(event.quantity(), left[1]);
        if (state.method() == CostMethod.FIFO && left[0].signum() > 0) {
            state.restore(new Layer(event.moveId(), event.date(), event.sequence(), left[0], left[1]));
        }
    }

    private void issue(CostState state, CostEvent event, BigDecimal originValue, List<Posting> out) {
        BigDecimal taken;
        BigDecimal missing = BigDecimal.ZERO;
        if (state.method() == CostMethod.STANDARD) {
            restate(state, event, out);
            taken = carry(state, event, event.quantity().negate()).negate();
        } else {
            BigDecimal there = state.quantity().max(BigDecimal.ZERO);
            BigDecimal covered = event.quantity().min(there);
            missing = event.quantity().subtract(covered);
            taken = state.method() == CostMethod.FIFO ? state.take(covered, event.originMoveId(), this::share)
                    : average(state, covered, there, originValue);
        }
        state.change(event.quantity().negate(), taken.negate());
        if (originValue == null) {
            post(event, taken.negate(), event.against(), out);
        } else {
            post(event, originValue.negate(), event.against(), out);
            post(event, originValue.subtract(taken), Against.PRICE_DIFFERENCE, out);
        }
        if (missing.signum() > 0) {
            state.owe(event, missing, originValue == null ? event.against() : Against.PRICE_DIFFERENCE);
        }
    }

    private BigDecimal average(CostState state, BigDecimal covered, BigDecimal there, BigDecimal originValue) {
        if (covered.signum() == 0) {
            return BigDecimal.ZERO;
        }
        if (covered.compareTo(there) == 0) {
            return state.value();
        }
        return (originValue == null ? share(state.value(), covered, there) : originValue).min(state.value());
    }

    private void lateCost(CostState state, CostEvent event, List<Posting> out) {
        Origin receipt = state.origin(event.moveId());
        BigDecimal amount = event.value();
        BigDecimal kept = BigDecimal.ZERO;
        if (receipt != null && state.method() == CostMethod.FIFO) {
            Layer layer = state.layer(event.moveId());
            if (layer != null) {
                kept = share(amount, layer.quantity(), receipt.quantity()).max(layer.value().negate());
                state.replace(layer, layer.plus(kept));
            }
        } else if (receipt != null && state.method() == CostMethod.AVERAGE) {
            BigDecimal there = state.quantity().max(BigDecimal.ZERO).min(receipt.quantity());
            kept = share(amount, there, receipt.quantity()).max(state.value().negate());
        }
        state.change(BigDecimal.ZERO, kept);
        post(event, amount, event.against(), out);
        post(event, kept.subtract(amount),
                state.method() == CostMethod.STANDARD ? Against.PRICE_DIFFERENCE : Against.CONSUMPTION, out);
    }

    /** Standard cost was changed since: what is there is carried at the new one from now on. */
    private void restate(CostState state, CostEvent event, List<Posting> out) {
        BigDecimal change = carry(state, event, BigDecimal.ZERO);
        post(event, change, Against.PRICE_DIFFERENCE, out);
        state.change(BigDecimal.ZERO, change);
    }

    /** Change of value that brings stock, after the change of quantity, to standard cost. */
    private BigDecimal carry(CostState state, CostEvent event, BigDecimal quantityDelta) {
        return state.quantity().add(quantityDelta).multiply(event.standardCost())
                .setScale(decimals, RoundingMode.HALF_UP).subtract(state.value());
    }

    private BigDecimal share(BigDecimal whole, BigDecimal part, BigDecimal of) {
        return part.compareTo(of) == 0 ? whole
                : whole.multiply(part).divide(of, decimals, RoundingMode.HALF_UP);
    }

    private static void returned(CostState state, CostEvent event, Origin origin) {
        if (origin != null) {
            state.know(event.originMoveId(), origin.returning(event.quantity()));
        }
    }

    private static void remember(CostState state, CostEvent event, List<Posting> out) {
        if (event.type() == CostEvent.Type.LATE_COST) {
            Origin receipt = state.origin(event.moveId());
            if (receipt != null) {
                state.know(event.moveId(), receipt.plus(event.value()));
            }
            return;
        }
        state.know(event.moveId(), Origin.of(event.quantity(), BigDecimal.ZERO));
        for (Posting posting : out) {
            Origin origin = state.origin(posting.moveId());
            if (origin != null && posting.against() != Against.PRICE_DIFFERENCE) {
                state.know(posting.moveId(), origin.plus(posting.amount().abs()));
            }
        }
    }

    private static void post(CostEvent event, BigDecimal amount, Against against, List<Posting> out) {
        if (amount.signum() != 0) {
            out.add(new Posting(event.id(), event.moveId(), amount, against));
        }
    }
}
