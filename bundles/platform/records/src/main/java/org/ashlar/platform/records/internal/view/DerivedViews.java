package org.ashlar.platform.records.internal.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ashlar.platform.meta.ActionInfo;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;

/**
 * Views of a model as its metadata suggests them: list, form, kanban, calendar, pivot, and what {@link DerivedOverviews} adds.
 * A model without a view file is usable by them; a view file says what it wants otherwise. Pure.
 */
final class DerivedViews {
    private static final Set<String> TECHNICAL = Set.of("id", "version", "companyId", "createdAt", "createdBy", "changedAt",
            "changedBy", "historic", "historicState", "lineNo", "position");
    private static final Set<String> BACKWARD = Set.of("cancel", "reopen", "reverse", "return", "credit", "close", "unlock",
            "withdraw", "reject", "delete", "archive", "unallocate", "reset");
    private static final int LONG_TEXT = 1_000;
    private static final int LIST_COLUMNS = 8;
    private static final int LINE_COLUMNS = 9;
    private static final int MAIN_FIELDS = 12;

    private final ModelInfo model;
    private final Function<String, Optional<ModelInfo>> models;

    DerivedViews(ModelInfo model, Function<String, Optional<ModelInfo>> models) {
        this.model = model;
        this.models = models;
    }

    ObjectNode all() {
        ObjectNode views = JsonNodeFactory.instance.objectNode();
        views.set("list", list());
        views.set("form", form());
        state().ifPresent(s -> kanban(views.putObject("kanban"), s));
        date().ifPresent(d -> views.putObject("calendar").put("date", d.name()).put("title", model.label()));
        pivot(views.putObject("pivot"));
        new DerivedOverviews(model).add(views);
        return views;
    }

    /** Columns of a table of lines. */
    static ArrayNode lineColumns(ModelInfo line) {
        List<String> columns = new ArrayList<>();
        line.fields().stream().filter(DerivedViews::worth).filter(f -> f.type() != FieldType.LINES)
                .filter(f -> !f.readonly() && !f.createOnly()).limit(LINE_COLUMNS - 1L).forEach(f -> columns.add(f.name()));
        line.fields().stream().filter(f -> money(f) && (f.readonly() || f.createOnly())).findFirst()
                .ifPresent(f -> columns.add(f.name()));
        return array(columns);
    }

    private ObjectNode list() {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        List<FieldInfo> shown = new ArrayList<>();
        model.field(model.label()).ifPresent(shown::add);
        add(shown, f -> f.type() == FieldType.TEXT && model.naturalKey().contains(f.name()), 2);
        add(shown, f -> f.type() == FieldType.REF && f.required(), 2);
        add(shown, FieldInfo::state, 1);
        add(shown, f -> f.type() == FieldType.TEXT && f.length() < LONG_TEXT && f.currencyField().isEmpty(), 2);
        add(shown, f -> f.type() == FieldType.DATE, 2);
        add(shown, f -> f.type() == FieldType.ENUM, 2);
        add(shown, f -> f.type() == FieldType.REF, 1);
        add(shown, f -> f.type() == FieldType.BOOLEAN && f.name().equals("active"), 1);
        add(shown, f -> f.type() == FieldType.DECIMAL || f.type() == FieldType.INTEGER, 2);
        total().ifPresent(t -> {
            shown.remove(t);
            while (shown.size() >= LIST_COLUMNS) {
                shown.remove(shown.size() - 1);
            }
            shown.add(t);
        });
        list.set("columns", array(shown.stream().limit(LIST_COLUMNS).map(FieldInfo::name).toList()));
        list.set("sums", array(total().map(FieldInfo::name).stream().toList()));
        ObjectNode phone = list.putObject("phone");
        String title = shown.stream().filter(f -> f.type() == FieldType.REF && f.required()).map(FieldInfo::name).findFirst()
                .orElse(model.label());
        phone.put("title", title);
        phone.set("subtitle", array(shown.stream().filter(f -> !f.name().equals(title) && !f.state() && !money(f)
                && f.type() != FieldType.BOOLEAN).map(FieldInfo::name).limit(2).toList()));
        total().ifPresent(t -> phone.put("value", t.name()));
        state().ifPresent(s -> phone.put("badge", s.name()));
        return list;
    }

    private void add(List<FieldInfo> shown, java.util.function.Predicate<FieldInfo> wanted, int most) {
        model.fields().stream().filter(DerivedViews::worth).filter(wanted).filter(f -> !shown.contains(f)).limit(most)
                .forEach(shown::add);
    }

    private ObjectNode form() {
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        List<FieldInfo> lines = model.fields().stream().filter(f -> f.type() == FieldType.LINES && !f.hidden()).toList();
        List<FieldInfo> rest = new ArrayList<>(model.fields().stream().filter(DerivedViews::worth)
                .filter(f -> f.type() != FieldType.LINES && !f.state()).toList());
        List<FieldInfo> totals = lines.isEmpty() ? List.of()
                : rest.stream().filter(f -> f.readonly() && money(f)).toList();
        rest.removeAll(totals);
        List<FieldInfo> notes = rest.stream().filter(f -> f.type() == FieldType.TEXT && f.length() >= LONG_TEXT).toList();
        rest.removeAll(notes);
        List<FieldInfo> main = rest.stream().filter(f -> !f.readonly()).limit(MAIN_FIELDS).toList();
        rest.removeAll(main);
        form.put("title", model.label());
        form.putArray("groups").addObject().set("fields", array(main.stream().map(FieldInfo::name).toList()));
        ArrayNode tabs = form.putArray("tabs");
        for (FieldInfo field : lines) {
            ObjectNode tab = tabs.addObject().put("id", field.name()).put("lines", field.name());
            models.apply(field.target()).ifPresent(m -> tab.set("columns", lineColumns(m)));
        }
        rest.addAll(notes);
        if (!rest.isEmpty()) {
            tabs.addObject().put("id", "other").set("fields", array(rest.stream().map(FieldInfo::name).toList()));
        }
        form.set("totals", array(totals.stream().map(FieldInfo::name).toList()));
        state().ifPresent(s -> steps(form, s));
        return form;
    }

    private void steps(ObjectNode form, FieldInfo state) {
        form.set("steps", array(state.options().stream().filter(o -> !"CANCELLED".equals(o) && !"grey".equals(Tones.of(o))
                || "DRAFT".equals(o) || "NEW".equals(o)).toList()));
        ObjectNode next = form.putObject("next");
        for (String option : state.options()) {
            model.actions().stream().filter(a -> a.from().contains(option) && !BACKWARD.contains(a.name()))
                    .map(ActionInfo::name).findFirst().ifPresent(a -> next.put(option, a));
        }
    }

    private void kanban(ObjectNode kanban, FieldInfo state) {
        kanban.put("by", state.name());
        kanban.put("title", model.label());
        kanban.set("fields", array(model.fields().stream().filter(DerivedViews::worth)
                .filter(f -> f.type() == FieldType.REF && f.required() || f.type() == FieldType.DATE).map(FieldInfo::name)
                .limit(3).toList()));
        total().ifPresent(t -> kanban.put("sum", t.name()));
    }

    private void pivot(ObjectNode pivot) {
        pivot.set("rows", array(state().or(() -> model.fields().stream().filter(DerivedViews::worth)
                .filter(f -> f.type() == FieldType.ENUM || f.type() == FieldType.REF).findFirst())
                .map(FieldInfo::name).stream().toList()));
        pivot.set("columns", array(date().map(d -> d.name() + ":month").stream().toList()));
        pivot.set("measures", array(List.of(total().map(t -> "sum(" + t.name() + ")").orElse("count"))));
    }

    private Optional<FieldInfo> state() {
        return model.fields().stream().filter(f -> f.state() && !f.hidden()).findFirst();
    }

    private Optional<FieldInfo> date() {
        return model.fields().stream().filter(DerivedViews::worth).filter(f -> f.type() == FieldType.DATE).findFirst();
    }

    /** The last amount that sums up is the whole: net and tax come before it. */
    private Optional<FieldInfo> total() {
        return model.fields().stream().filter(DerivedViews::worth).filter(DerivedViews::money).reduce((a, b) -> b);
    }

    private static boolean money(FieldInfo field) {
        return field.type() == FieldType.DECIMAL && "sum".equals(field.aggregate());
    }

    static boolean worth(FieldInfo field) {
        return !field.hidden() && !TECHNICAL.contains(field.name());
    }

    private static ArrayNode array(Collection<String> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(array::add);
        return array;
    }
}
