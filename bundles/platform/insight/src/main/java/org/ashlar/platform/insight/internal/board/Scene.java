package org.ashlar.platform.insight.internal.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.insight.internal.domain.Period;
import org.ashlar.platform.insight.internal.domain.Period.Span;
import org.ashlar.platform.insight.internal.domain.Rsql;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;

/**
 * What a tile is about for this caller on this day.
 *
 * @param tile tile
 * @param model its model
 * @param fields fields of models
 * @param caller who looks
 * @param today the company's day
 * @param period period that counts, {@code null} for none
 * @param currency the company's currency
 */
record Scene(Tile tile, ModelInfo model, Fields fields, Caller caller, LocalDate today, Period period, String currency) {

    static Scene of(Tile tile, String period, Fields fields, Caller caller, LocalDate today, String currency) {
        if (tile.target() == null || tile.kind() == null) {
            throw bad(tile.target() == null ? "target" : "kind", "platform.value.required", "");
        }
        String code = tile.dateField() == null || tile.dateField().isBlank() ? null
                : period != null && !period.isBlank() ? period : tile.period();
        Period known = code == null || code.isBlank() ? null : Period.of(code).orElseThrow(
                () -> bad("period", "platform.insight.period", code));
        return new Scene(tile, fields.model(tile.target()), fields, caller, today, known, currency);
    }

    static Problem bad(String field, String code, Object... args) {
        return new Problem(ProblemKind.BAD_REQUEST, code, List.of(args), List.of(new FieldError(field, code, List.of(args))));
    }

    /** The tile's own filter, with day and caller put in. */
    private String own() {
        return tile.filter() == null ? null : tile.filter().replace("{today}", today.toString())
                .replace("{user}", Long.toString(caller.userId()));
    }

    /** Filter for days; {@code null}: without any. */
    String filter(Span span) {
        return span == null ? own() : Rsql.and(own(), dates(span));
    }

    private String dates(Span span) {
        FieldInfo field = fields.at(model, tile.dateField());
        if (field == null || field.type() != FieldType.DATE && field.type() != FieldType.INSTANT) {
            throw bad("dateField", "platform.insight.dateField", tile.dateField());
        }
        return field.type() == FieldType.DATE ? Rsql.days(tile.dateField(), span)
                : Rsql.moments(tile.dateField(), span, caller.zone());
    }

    Optional<Span> span() {
        return Optional.ofNullable(period).map(p -> p.on(today));
    }

    String filter() {
        return filter(span().orElse(null));
    }

    List<String> measures() {
        List<String> names = Tile.names(tile.measure());
        return names.isEmpty() ? List.of("count") : names.stream().map(n -> n.equals("count()") ? "count" : n).toList();
    }

    /** Field of a measure, {@code null} for the number of records. */
    static String pathOf(String measure) {
        int open = measure.indexOf('(');
        return open < 0 || !measure.endsWith(")") ? null : measure.substring(open + 1, measure.length() - 1);
    }

    static boolean additive(String measure) {
        return measure.equals("count") || measure.startsWith("sum(");
    }

    /** Field that holds the currency of the measures, {@code null} if they are no money. */
    String currencyField() {
        return measures().stream().map(Scene::pathOf).filter(p -> p != null).map(p -> fields.currencyOf(model, p))
                .filter(c -> c != null).findFirst().orElse(null);
    }

    /** Measures that the database is asked for: the number of records always, to weigh currencies. */
    List<String> asked() {
        List<String> all = new ArrayList<>(measures());
        if (!all.contains("count")) {
            all.add("count");
        }
        return all;
    }

    String type(String measure) {
        String path = pathOf(measure);
        return path == null ? "integer" : fields.type(model, path);
    }

    String title(String measure) {
        String path = pathOf(measure);
        return path == null ? fields.text("platform.insight.count", "count") : fields.title(model, path);
    }
}
