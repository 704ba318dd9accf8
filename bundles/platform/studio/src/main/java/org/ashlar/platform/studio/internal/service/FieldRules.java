package org.ashlar.platform.studio.internal.service;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.studio.internal.catalog.CustomCatalog;
import org.ashlar.platform.studio.internal.model.CustomFieldEntity;
import org.ashlar.platform.studio.internal.model.CustomOptionEntity;
import org.ashlar.platform.studio.internal.model.FieldKind;
import org.ashlar.platform.studio.internal.schema.Kinds;
import org.ashlar.platform.studio.internal.schema.Names;
import org.ashlar.platform.studio.internal.schema.Schema;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a custom field must be, and its column, which is there before the definition is saved. */
@Component(service = RecordRules.class)
@ForModel("platform.customField")
public final class FieldRules implements RecordRules<CustomFieldEntity> {

    private static final int MOST_FIELDS = 100;
    private static final Pattern OPTION = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    private final Catalog models;
    private final CustomCatalog custom;
    private final Schema schema;

    /** Used by DS. */
    @Activate
    public FieldRules(@Reference Catalog models, @Reference CustomCatalog custom, @Reference Schema schema) {
        this.models = models;
        this.custom = custom;
        this.schema = schema;
    }

    @Override
    public void beforeInsert(CustomFieldEntity field) {
        if (!Names.code(field.getCode())) {
            throw Problem.rule("code", "platform.custom.code", String.valueOf(field.getCode()));
        }
        ModelInfo model = requireModel(field.getModel());
        field.setName(Names.field(field.getModel(), field.getCode()));
        boolean known = custom.field(field.getModel(), field.getName()) != null;
        if (Names.customCode(field.getModel()) != null && Names.builtIn(field.getCode())
                || !known && model != null && model.field(field.getName()).isPresent()) {
            throw Problem.rule("code", "platform.custom.reserved", field.getCode());
        }
        long there = custom.everything().fields().stream().filter(f -> f.model().equals(field.getModel())).count();
        if (there >= MOST_FIELDS) {
            throw Problem.rule("model", "platform.custom.tooMany", String.valueOf(MOST_FIELDS));
        }
        kind(field, model);
        common(field);
        if (!known) {
            schema.change(ddl -> columns(ddl, field, true));
        }
    }

    @Override
    public void beforeUpdate(CustomFieldEntity field, Set<String> changed) {
        common(field);
        if (changed.contains("unique") || changed.contains("indexed") || changed.contains("active") && field.isActive()) {
            schema.change(ddl -> columns(ddl, field, false));
        }
    }

    private ModelInfo requireModel(String model) {
        if (model.startsWith("platform.custom") || model.equals("platform.view")) {
            throw Problem.rule("model", "platform.custom.modelForbidden", model);
        }
        String code = Names.customCode(model);
        if (code == null ? models.find(model).isEmpty() : custom.model(code) == null) {
            throw Problem.rule("model", "platform.custom.modelUnknown", model);
        }
        if (!Names.fits(model)) {
            throw Problem.rule("model", "platform.custom.modelForbidden", model);
        }
        return models.find(model).orElse(null);
    }

    /** What hangs on the kind and never changes. */
    private void kind(CustomFieldEntity field, ModelInfo model) {
        FieldKind kind = field.getType();
        switch (kind) {
            case TEXT -> field.setLength(between("length", field.getLength(), Kinds.TEXT, 1, Kinds.LONGEST_TEXT));
            case LONG_TEXT, RICH_TEXT, IMAGE -> field.setLength(Kinds.LONG_TEXT);
            case TAGS -> field.setLength(between("length", field.getLength(), Kinds.WORDS, 1, Kinds.LONGEST_TEXT));
            case DECIMAL, MONEY -> field.setScale(between("scale", field.getScale(), 2, 0, Kinds.LARGEST_SCALE));
            case REFERENCE -> {
                String target = field.getTarget();
                ModelInfo found = target == null ? null : models.find(target).orElse(null);
                if (found == null || found.collection().isEmpty()) {
                    throw Problem.rule("target", "platform.custom.target", String.valueOf(target));
                }
            }
            default -> {
                // Nothing to decide.
            }
        }
        if (kind == FieldKind.MONEY && field.getCurrencyField() != null && !field.getCurrencyField().isBlank()) {
            FieldInfo currency = model == null ? null : model.field(field.getCurrencyField()).orElse(null);
            if (currency == null || currency.type() != FieldType.TEXT) {
                throw Problem.rule("currencyField", "platform.custom.currencyField", field.getCurrencyField());
            }
        } else {
            field.setCurrencyField(null);
        }
    }

    private static int between(String name, Integer given, int otherwise, int least, int most) {
        int value = given == null ? otherwise : given;
        if (value < least || value > most) {
            throw Problem.rule(name, "platform.custom.range", String.valueOf(least), String.valueOf(most));
        }
        return value;
    }

    private static void common(CustomFieldEntity field) {
        FieldKind kind = field.getType();
        List<String> options = field.getOptions().stream().map(CustomOptionEntity::getValue).toList();
        if (kind == FieldKind.CHOICE) {
            if (options.isEmpty()) {
                throw Problem.rule("options", "platform.custom.options");
            }
            if (options.stream().distinct().count() < options.size()) {
                throw Problem.rule("options", "platform.custom.optionTwice");
            }
            options.stream().filter(o -> !OPTION.matcher(o).matches()).findFirst().ifPresent(o -> {
                throw Problem.rule("options", "platform.custom.optionValue", o);
            });
        } else if (!options.isEmpty()) {
            throw Problem.rule("options", "platform.custom.notForType", kind.name());
        }
        if (field.isUnique() && !kind.canBeUnique()) {
            throw Problem.rule("unique", "platform.custom.notForType", kind.name());
        }
        if (field.isIndexed() && kind.isLong()) {
            throw Problem.rule("indexed", "platform.custom.notForType", kind.name());
        }
        if (field.isSearchable() && (kind.type() != FieldType.TEXT || kind == FieldKind.IMAGE)) {
            throw Problem.rule("searchable", "platform.custom.notForType", kind.name());
        }
        String standard = field.getDefaultValue();
        if (standard != null && !standard.isEmpty() && !Kinds.valid(kind, standard, or(field.getLength()),
                or(field.getScale()), options)) {
            throw Problem.rule("defaultValue", "platform.custom.default", standard, kind.name());
        }
    }

    private static int or(Integer number) {
        return number == null ? 0 : number;
    }

    private static void columns(Schema.Ddl ddl, CustomFieldEntity field, boolean fresh) throws SQLException {
        String table = Names.table(field.getModel());
        if (Names.customCode(field.getModel()) == null) {
            ddl.sideTable(table);
        }
        String column = Names.column(field.getCode());
        column(ddl, table, column, ddl.type(field.getType(), field.getLength(), field.getScale()), fresh);
        if (field.getType() == FieldKind.MONEY && field.getCurrencyField() == null) {
            column(ddl, table, Names.currencyColumn(field.getCode()), "varchar(3)", fresh);
        }
        ddl.unique(table, column, field.isUnique());
        ddl.index(table, column, field.isIndexed() || field.getType() == FieldKind.REFERENCE);
    }

    private static void column(Schema.Ddl ddl, String table, String column, String type, boolean fresh) throws SQLException {
        if (fresh) {
            ddl.freshColumn(table, column, type);
        } else {
            ddl.column(table, column, type);
        }
    }
}
