package org.ashlar.platform.insight.internal.board;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ashlar.platform.insight.internal.domain.Period.Span;
import org.ashlar.platform.insight.internal.domain.Rsql;
import org.ashlar.platform.insight.internal.model.Comparison;

/** One number, perhaps with that of another period beside it. */
final class FigurePlan implements TilePlan {

    private static final int SCALE = 4;

    private final Scene scene;
    private final String measure;
    private final String currencyField;
    private final Asked.Key now;
    private final Span beforeSpan;
    private final Asked.Key before;
    private String shown;

    FigurePlan(Scene scene) {
        this.scene = scene;
        this.measure = scene.measures().get(0);
        this.currencyField = scene.currencyField();
        this.now = new Asked.Key(scene.model().id(), currencyField, scene.filter());
        this.beforeSpan = earlier(scene).orElse(null);
        this.before = beforeSpan == null ? null : new Asked.Key(scene.model().id(), currencyField, scene.filter(beforeSpan));
    }

    private static Optional<Span> earlier(Scene scene) {
        Comparison compare = scene.tile().compare();
        if (scene.period() == null || compare == null || compare == Comparison.NONE) {
            return Optional.empty();
        }
        return compare == Comparison.YEAR ? scene.period().yearBefore(scene.today()) : scene.period().before(scene.today());
    }

    @Override
    public void announce(Asked asked) {
        asked.want(now, scene.asked());
        if (before != null) {
            asked.want(before, scene.asked());
        }
    }

    @Override
    public void read(Asked asked, Map<String, Object> answer) {
        Money money = Money.of(asked.rows(now, scene.asked()), currencyField, scene.currency());
        Object value = value(money.rows());
        shown = money.others() > 0 ? money.currency() : null;
        answer.put("type", scene.type(measure));
        answer.put("title", scene.tile().title());
        answer.put("value", value);
        answer.put("currency", scene.type(measure).equals("money") ? money.currency() : null);
        if (money.others() > 0) {
            answer.put("otherCurrencies", money.others());
        }
        scene.span().ifPresent(span -> {
            answer.put("from", span.from());
            answer.put("to", span.to());
        });
        if (before != null) {
            Object earlier = value(Money.only(asked.rows(before, scene.asked()), currencyField, money.currency()).rows());
            answer.put("before", earlier);
            answer.put("change", change(value, earlier));
            answer.put("beforeFrom", beforeSpan.from());
            answer.put("beforeTo", beforeSpan.to());
            answer.put("beforeFilter", narrowed(before.filter()));
        }
    }

    private Object value(List<Map<String, Object>> rows) {
        Object value = rows.isEmpty() ? null : rows.get(0).get(measure);
        return value == null && Scene.additive(measure) ? BigDecimal.ZERO : Numbers.plain(value);
    }

    private static BigDecimal change(Object value, Object before) {
        if (!(value instanceof Number) || !(before instanceof Number)) {
            return null;
        }
        BigDecimal a = new BigDecimal(value.toString());
        BigDecimal b = new BigDecimal(before.toString());
        return b.signum() == 0 ? null : a.subtract(b).divide(b.abs(), SCALE, RoundingMode.HALF_UP);
    }

    private String narrowed(String filter) {
        return shown == null ? filter : Rsql.and(filter, Rsql.plain(currencyField, shown));
    }

    @Override
    public String filter() {
        return narrowed(now.filter());
    }
}
