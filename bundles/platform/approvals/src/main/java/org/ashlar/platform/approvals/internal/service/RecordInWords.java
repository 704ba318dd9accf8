package org.ashlar.platform.approvals.internal.service;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.approval.Approvals.Fact;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.record.Records;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The few things of a record that decide: partner, date, amounts, the first lines. Read as the caller, so that he sees what
 * he may read and nothing else; said in his language. Thread-safe.
 */
@Component(service = RecordInWords.class)
public final class RecordInWords {
    private static final int MOST_LINES = 8;
    private static final int MOST_AMOUNTS = 3;
    private static final int LONGEST = 120;

    private final Records records;
    private final Catalog catalog;
    private final Messages messages;
    private final Access access;

    /** By injection. */
    @Activate
    public RecordInWords(@Reference Records records, @Reference Catalog catalog, @Reference Messages messages,
            @Reference Access access) {
        this.records = records;
        this.catalog = catalog;
        this.messages = messages;
        this.access = access;
    }

    /** What a record says. */
    record Words(String kind, List<Fact> facts, List<String> lines, int moreLines) {
    }

    /** In the caller's language; refused as the record itself would be. */
    Words of(String model, long id) {
        ModelInfo info = catalog.find(model).orElseThrow();
        Map<String, Object> values = records.get(model, id, null);
        List<Fact> facts = new ArrayList<>();
        named(info, values, FieldType.REF).ifPresent(f -> facts.add(fact(info, f, values)));
        named(info, values, FieldType.DATE).ifPresent(f -> facts.add(fact(info, f, values)));
        amounts(info).filter(f -> values.get(f.name()) instanceof BigDecimal number && number.signum() != 0).limit(MOST_AMOUNTS)
                .forEach(f -> facts.add(fact(info, f, values)));
        List<String> lines = lines(info, values);
        return new Words(title(info), facts, lines.subList(0, Math.min(MOST_LINES, lines.size())),
                Math.max(0, lines.size() - MOST_LINES));
    }

    /** Title of a model. */
    private String title(ModelInfo model) {
        return text("model." + model.id(), model.id());
    }

    private static Optional<FieldInfo> named(ModelInfo model, Map<String, Object> values, FieldType type) {
        return model.fields().stream().filter(f -> f.type() == type && !f.hidden() && values.get(f.name()) != null).findFirst();
    }

    /** Amounts of money, the total first; of models without money what can be added up. */
    private static Stream<FieldInfo> amounts(ModelInfo model) {
        List<FieldInfo> decimals = model.fields().stream().filter(f -> f.type() == FieldType.DECIMAL && !f.hidden()).toList();
        List<FieldInfo> money = decimals.stream().filter(f -> !f.currencyField().isEmpty()).toList();
        return (money.isEmpty() ? decimals.stream().filter(f -> !f.aggregate().isEmpty() && f.unitField().isEmpty()) : money.stream())
                .sorted(Comparator.comparing((FieldInfo f) -> !f.name().toLowerCase(Locale.ROOT).contains("total")));
    }

    private Fact fact(ModelInfo model, FieldInfo field, Map<String, Object> values) {
        return new Fact(text("field." + model.id() + "." + field.name(), text("field." + field.name(), field.name())),
                said(field, values), field.type() == FieldType.DECIMAL);
    }

    private List<String> lines(ModelInfo model, Map<String, Object> values) {
        List<String> lines = new ArrayList<>();
        for (FieldInfo field : model.fields()) {
            Optional<ModelInfo> line = field.type() == FieldType.LINES ? catalog.find(field.target()) : Optional.empty();
            if (lines.isEmpty() && line.isPresent() && values.get(field.name()) instanceof List<?> rows) {
                rows.stream().filter(Map.class::isInstance).forEach(row -> lines.add(line(line.get(), (Map<?, ?>) row)));
            }
        }
        return lines;
    }

    private String line(ModelInfo model, Map<?, ?> row) {
        Map<String, Object> values = row.entrySet().stream().filter(e -> e.getValue() != null)
                .collect(java.util.stream.Collectors.toMap(e -> String.valueOf(e.getKey()), Map.Entry::getValue));
        StringBuilder line = new StringBuilder();
        model.field(model.label()).filter(f -> values.containsKey(f.name())).or(() -> named(model, values, FieldType.REF))
                .ifPresent(f -> line.append(said(f, values)));
        model.fields().stream().filter(f -> f.type() == FieldType.DECIMAL && !f.unitField().isEmpty()
                && values.containsKey(f.name())).findFirst().ifPresent(f -> line.append(" × ").append(said(f, values)));
        amounts(model).filter(f -> values.containsKey(f.name())).findFirst()
                .ifPresent(f -> line.append(" = ").append(said(f, values)));
        return line.toString();
    }

    private String said(FieldInfo field, Map<String, Object> values) {
        Locale locale = access.caller().locale();
        Object value = values.get(field.name());
        String text;
        if (value instanceof BigDecimal number) {
            boolean quantity = !field.unitField().isEmpty();
            NumberFormat format = NumberFormat.getNumberInstance(locale);
            format.setMinimumFractionDigits(quantity ? 0 : 2);
            format.setMaximumFractionDigits(4);
            Object unit = values.get(quantity ? field.unitField() : field.currencyField());
            text = (unit == null || quantity ? "" : plain(unit) + " ") + format.format(number)
                    + (unit == null || !quantity ? "" : " " + plain(unit));
        } else if (field.type() == FieldType.DATE) {
            text = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(LocalDate.parse(plain(value)));
        } else {
            text = plain(value);
        }
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    private static String plain(Object value) {
        return value instanceof Map<?, ?> ref ? String.valueOf(ref.get("label") == null ? ref.get("id") : ref.get("label"))
                : String.valueOf(value);
    }

    private String text(String key, String otherwise) {
        Locale locale = access.caller().locale();
        return messages.has(locale, key) ? messages.text(locale, key, List.of()) : otherwise;
    }
}
