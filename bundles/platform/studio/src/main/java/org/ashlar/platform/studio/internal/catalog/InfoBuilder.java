package org.ashlar.platform.studio.internal.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ashlar.platform.meta.ActionInfo;
import org.ashlar.platform.meta.DefinedFields;
import org.ashlar.platform.meta.DefinedModel;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.studio.internal.catalog.Definition.Field;
import org.ashlar.platform.studio.internal.catalog.Definition.Model;
import org.ashlar.platform.studio.internal.catalog.Definition.Option;
import org.ashlar.platform.studio.internal.model.FieldKind;
import org.ashlar.platform.studio.internal.schema.Kinds;
import org.ashlar.platform.studio.internal.schema.Names;

/** Turns definitions into what the records engine takes over. Pure. */
final class InfoBuilder {

    static final String OWNER = "owner";
    private static final int NAME = 255;
    private static final int NUMBER = 60;
    private static final int CODE = 40;

    private InfoBuilder() {
    }

    /** Fields of models with an entity class, one side table per model. */
    static List<DefinedFields> fields(List<Field> active) {
        Map<String, List<Field>> byModel = active.stream().filter(f -> Names.customCode(f.model()) == null)
                .collect(Collectors.groupingBy(Field::model, LinkedHashMap::new, Collectors.toList()));
        List<DefinedFields> all = new ArrayList<>();
        byModel.forEach((model, fields) -> {
            String table = Names.table(model);
            List<FieldInfo> infos = new ArrayList<>();
            fields.forEach(f -> infos.addAll(infos(f, table, DefinedFields.EXTENSION)));
            all.add(new DefinedFields(model, table, infos, searched(fields), defaults(fields), unique(fields)));
        });
        return all;
    }

    /** A custom model with its fields and lines. */
    static DefinedModel model(Model model, List<Field> own, List<Model> lines) {
        String id = Names.model(model.code());
        String table = Names.table(id);
        boolean line = model.parent() != null;
        boolean numbered = model.numberPattern() != null && !line;
        List<FieldInfo> fields = new ArrayList<>();
        fields.add(base("id", table, "id", FieldType.INTEGER));
        if (line) {
            fields.add(plain("position", table, "line_no", FieldType.INTEGER, false, false, 0));
        }
        if (numbered) {
            fields.add(plain("number", table, "record_no", FieldType.TEXT, false, true, NUMBER));
        }
        fields.add(plain("name", table, "name", FieldType.TEXT, !line && !numbered, false, NAME));
        if (!model.states().isEmpty()) {
            fields.add(new FieldInfo("state", table, "state", FieldType.ENUM, null,
                    model.states().stream().map(Option::code).toList(), false, true, false, false, false, 0, 0, 0, "", "",
                    "", true, null));
        }
        own.forEach(f -> fields.addAll(infos(f, table, null)));
        for (Model of : lines) {
            fields.add(new FieldInfo(of.linesField(), table, null, FieldType.LINES, Names.model(of.code()), List.of(), false,
                    false, false, false, true, 0, 0, 0, "", "", "", false, null));
        }
        fields.add(base("version", table, "version", FieldType.INTEGER));
        fields.add(base("companyId", table, "company_id", FieldType.INTEGER));
        fields.add(base("createdAt", table, "created_at", FieldType.INSTANT));
        fields.add(base("createdBy", table, "created_by", FieldType.INTEGER));
        fields.add(base("changedAt", table, "changed_at", FieldType.INSTANT));
        fields.add(base("changedBy", table, "changed_by", FieldType.INTEGER));
        List<String> search = new ArrayList<>(numbered ? List.of("number", "name") : List.of("name"));
        search.addAll(searched(own));
        List<String> names = fields.stream().map(FieldInfo::name).toList();
        String label = names.contains(model.labelField()) ? model.labelField() : numbered ? "number" : "name";
        List<String> key = model.naturalKey().stream().filter(names::contains).toList();
        Map<String, String> moves = new LinkedHashMap<>();
        List<ActionInfo> actions = new ArrayList<>();
        if (!model.states().isEmpty()) {
            for (Option move : model.transitions()) {
                moves.put(move.code(), move.to());
                actions.add(new ActionInfo(move.code(), id + "." + move.code(), move.from(), false, null, false));
            }
        }
        ModelInfo info = new ModelInfo(id, Names.MODULE, line ? "" : model.collection(), table, null, model.companyScoped(),
                label, search, sort(model, names, numbered), key.size() == model.naturalKey().size() ? key : List.of(), true,
                true, true, line ? OWNER : null, line ? "owner_id" : null, line ? Names.model(model.parent()) : null,
                List.copyOf(fields), actions, false);
        return new DefinedModel(info, numbered ? "number" : null, model.numberPattern(),
                model.states().isEmpty() ? null : model.states().get(0).code(),
                model.states().stream().filter(Option::locked).map(Option::code).toList(), moves, defaults(own), unique(own));
    }

    private static String sort(Model model, List<String> names, boolean numbered) {
        List<String> parts = DefinitionTables.split(model.sort()).stream()
                .filter(p -> names.contains(p.startsWith("-") ? p.substring(1) : p)).toList();
        return parts.isEmpty() ? numbered ? "-number" : "name" : String.join(",", parts);
    }

    private static List<FieldInfo> infos(Field f, String table, String extension) {
        boolean text = f.kind().type() == FieldType.TEXT;
        boolean decimal = f.kind().type() == FieldType.DECIMAL;
        boolean money = f.kind() == FieldKind.MONEY;
        boolean ownCurrency = money && (f.currencyField() == null || f.currencyField().isBlank());
        String currency = !money ? "" : ownCurrency ? f.name() + "Currency" : f.currencyField();
        List<FieldInfo> infos = new ArrayList<>();
        infos.add(new FieldInfo(f.name(), table, Names.column(f.code()), f.kind().type(),
                f.kind() == FieldKind.REFERENCE ? f.target() : null, f.options().stream().map(Option::code).toList(),
                f.required() && f.defaultValue() == null, false, false, false, true, text ? f.length() : 0,
                decimal ? Kinds.PRECISION : 0, decimal ? f.scale() : 0, currency, "", money && extension == null ? "sum" : "", false, extension, false, f.kind().format()));
        if (ownCurrency) {
            infos.add(new FieldInfo(currency, table, Names.currencyColumn(f.code()), FieldType.TEXT, null, List.of(), false,
                    false, false, false, true, 3, 0, 0, "", "", "", false, extension));
        }
        return infos;
    }

    private static FieldInfo plain(String name, String table, String column, FieldType type, boolean required,
            boolean readonly, int length) {
        return new FieldInfo(name, table, column, type, null, List.of(), required, readonly, false, false, true, length, 0, 0,
                "", "", "", false, null);
    }

    private static FieldInfo base(String name, String table, String column, FieldType type) {
        return new FieldInfo(name, table, column, type, null, List.of(), false, true, false, false, false, 0, 0, 0, "", "",
                "", false, null);
    }

    private static List<String> searched(List<Field> fields) {
        return fields.stream().filter(f -> f.searchable() && f.kind().type() == FieldType.TEXT && f.kind() != FieldKind.IMAGE).map(Field::name).toList();
    }

    private static Map<String, String> defaults(List<Field> fields) {
        Map<String, String> defaults = new HashMap<>();
        fields.stream().filter(f -> f.defaultValue() != null && !f.defaultValue().isEmpty())
                .forEach(f -> defaults.put(f.name(), f.defaultValue()));
        return defaults;
    }

    private static List<String> unique(List<Field> fields) {
        return fields.stream().filter(f -> f.unique() && f.kind().canBeUnique()).map(Field::name).toList();
    }
}
