package org.ashlar.purchasing.internal.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ashlar.masters.LineAmounts;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.purchasing.LineQuantity;

/** Turns what a user asked for into quantities per order line, or says line by line why not. */
public final class Selection {

    private Selection() {
    }

    /**
     * What a user asked for.
     *
     * @param lineId order line
     * @param quantity quantity, {@code null}: all that is open
     */
    public record Wish(Long lineId, BigDecimal quantity) {
    }

    /**
     * What a line offers.
     *
     * @param lineId order line
     * @param lineNo position, for messages
     * @param open taken when no quantity is asked for
     * @param limit the most that may be asked for
     */
    public record Offer(long lineId, int lineNo, BigDecimal open, BigDecimal limit) {
    }

    /**
     * The quantities, each above zero.
     *
     * @param wishes empty or {@code null}: everything that is open
     * @param code prefix of the message keys: {@code <code>.nothing}, {@code <code>.tooMuch}
     * @throws Problem with one error per wrong line
     */
    public static List<LineQuantity> of(List<Wish> wishes, List<Offer> offers, String code) {
        List<LineQuantity> chosen = wishes == null || wishes.isEmpty() ? everything(offers)
                : named(wishes, offers, code);
        if (chosen.isEmpty()) {
            throw Problem.rule("lines", code + ".nothing");
        }
        return chosen;
    }

    private static List<LineQuantity> everything(List<Offer> offers) {
        return offers.stream().filter(o -> o.open().signum() > 0).map(o -> new LineQuantity(o.lineId(), o.open()))
                .toList();
    }

    private static List<LineQuantity> named(List<Wish> wishes, List<Offer> offers, String code) {
        Map<Long, Offer> byId = offers.stream().collect(Collectors.toMap(Offer::lineId, Function.identity()));
        List<FieldError> errors = new ArrayList<>();
        List<LineQuantity> chosen = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < wishes.size(); i++) {
            Wish wish = wishes.get(i);
            Offer offer = wish.lineId() == null ? null : byId.get(wish.lineId());
            if (offer == null) {
                errors.add(FieldError.of("lines[" + i + "].lineId", "purchasing.order.line.unknown",
                        String.valueOf(wish.lineId())));
            } else if (!seen.add(wish.lineId())) {
                errors.add(FieldError.of("lines[" + i + "].lineId", "purchasing.order.line.twice", offer.lineNo()));
            } else if (wish.quantity() != null && wish.quantity().signum() <= 0) {
                errors.add(FieldError.of("lines[" + i + "].quantity", "purchasing.order.line.quantity.notPositive",
                        LineAmounts.plain(wish.quantity())));
            } else if (wish.quantity() != null && wish.quantity().compareTo(offer.limit()) > 0) {
                errors.add(FieldError.of("lines[" + i + "].quantity", code + ".tooMuch", offer.lineNo(),
                        LineAmounts.plain(offer.limit()), LineAmounts.plain(wish.quantity())));
            } else {
                BigDecimal quantity = wish.quantity() == null ? offer.open() : wish.quantity();
                if (quantity.signum() > 0) {
                    chosen.add(new LineQuantity(offer.lineId(), quantity));
                }
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.rules(errors.get(0).code(), errors);
        }
        return chosen;
    }
}
