package org.ashlar.platform.studio.internal.service;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.studio.internal.catalog.CustomCatalog;
import org.ashlar.platform.studio.internal.catalog.Definition;
import org.ashlar.platform.studio.internal.model.CustomModelEntity;
import org.ashlar.platform.studio.internal.model.CustomStateEntity;
import org.ashlar.platform.studio.internal.model.CustomTransitionEntity;
import org.ashlar.platform.studio.internal.schema.Names;
import org.ashlar.platform.studio.internal.schema.Schema;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a custom model must be, and its table, which is there before the definition is saved. */
@Component(service = RecordRules.class)
@ForModel("platform.customModel")
public final class ModelRules implements RecordRules<CustomModelEntity> {

    private static final Pattern STATE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");
    private static final Set<String> RESERVED_ACTIONS = Set.of("read", "create", "update", "delete", "history", "audit", "flow",
            "groups", "bulk");

    private final CustomCatalog custom;
    private final Schema schema;

    /** Used by DS. */
    @Activate
    public ModelRules(@Reference CustomCatalog custom, @Reference Schema schema) {
        this.custom = custom;
        this.schema = schema;
    }

    @Override
    public void beforeInsert(CustomModelEntity model) {
        if (!Names.code(model.getCode())) {
            throw Problem.rule("code", "platform.custom.code", String.valueOf(model.getCode()));
        }
        if (blank(model.getCollection())) {
            model.setCollection(Names.collectionOf(model.getCode()));
        }
        if (!Names.collection(model.getCollection())) {
            throw Problem.rule("collection", "platform.custom.collection", model.getCollection());
        }
        boolean known = custom.model(model.getCode()) != null;
        if (!known && custom.everything().models().stream().anyMatch(m -> same(m, model))) {
            throw Problem.rule("collection", "platform.value.duplicate", model.getCollection());
        }
        parent(model);
        common(model);
        if (!known) {
            schema.change(ddl -> {
                ddl.modelTable(Names.table(Names.model(model.getCode())), model.getParent());
                key(ddl, model, Set.of());
            });
        }
    }

    @Override
    public void beforeUpdate(CustomModelEntity model, Set<String> changed) {
        common(model);
        if (changed.contains("naturalKey")) {
            Definition.Model before = custom.model(model.getCode());
            Set<String> old = before == null ? Set.of() : Set.of(String.join(",", before.naturalKey()));
            schema.change(ddl -> key(ddl, model, old));
        }
    }

    private static boolean same(Definition.Model there, CustomModelEntity model) {
        return there.parent() == null && there.collection() != null && there.collection().equals(model.getCollection());
    }

    private void parent(CustomModelEntity model) {
        if (blank(model.getParent())) {
            return;
        }
        Definition.Model parent = custom.model(model.getParent());
        if (parent == null || parent.parent() != null) {
            throw Problem.rule("parent", "platform.custom.parent", model.getParent());
        }
        if (blank(model.getLinesField())) {
            model.setLinesField("lines");
        }
        String parentId = Names.model(parent.code());
        boolean taken = Names.builtIn(model.getLinesField())
                || custom.field(parentId, model.getLinesField()) != null || custom.everything().models().stream()
                        .anyMatch(m -> parent.code().equals(m.parent()) && model.getLinesField().equals(m.linesField())
                                && !m.code().equals(model.getCode()));
        if (!Names.code(model.getLinesField()) || taken) {
            throw Problem.rule("linesField", "platform.custom.reserved", model.getLinesField());
        }
    }

    private void common(CustomModelEntity model) {
        if (blank(model.getLabelField())) {
            model.setLabelField(blank(model.getNumberPattern()) ? "name" : "number");
        }
        if (!blank(model.getNumberPattern()) && !model.getNumberPattern().contains("{seq")) {
            throw Problem.rule("numberPattern", "platform.custom.numberPattern", model.getNumberPattern(),
                    "EQ-{yyyy}-{seq:4}");
        }
        String id = Names.model(model.getCode());
        for (String name : key(model)) {
            Definition.Field field = custom.field(id, name);
            boolean good = name.equals("name") || name.equals("number") && !blank(model.getNumberPattern())
                    || field != null && field.kind().type() != FieldType.LINES && field.kind().canBeUnique();
            if (!good) {
                throw Problem.rule("naturalKey", "platform.custom.fieldUnknown", name, id);
            }
        }
        states(model);
    }

    private static void states(CustomModelEntity model) {
        Set<String> states = new HashSet<>();
        for (CustomStateEntity state : model.getStates()) {
            if (!STATE.matcher(state.getCode()).matches() || !states.add(state.getCode())) {
                throw Problem.rule("states", "platform.custom.state", state.getCode());
            }
        }
        Set<String> actions = new HashSet<>();
        for (CustomTransitionEntity move : model.getTransitions()) {
            if (!Names.code(move.getCode()) || RESERVED_ACTIONS.contains(move.getCode()) || !actions.add(move.getCode())) {
                throw Problem.rule("transitions", "platform.custom.reserved", move.getCode());
            }
            if (!states.contains(move.getTo())) {
                throw Problem.rule("transitions", "platform.custom.stateUnknown", move.getTo());
            }
            for (String from : split(move.getFrom())) {
                if (!states.contains(from)) {
                    throw Problem.rule("transitions", "platform.custom.stateUnknown", from);
                }
            }
        }
    }

    private void key(Schema.Ddl ddl, CustomModelEntity model, Set<String> old) throws SQLException {
        String table = Names.table(Names.model(model.getCode()));
        for (String gone : old) {
            if (!gone.isEmpty()) {
                ddl.unique(table, columns(split(gone)), false);
            }
        }
        List<String> key = key(model);
        if (!key.isEmpty()) {
            ddl.unique(table, columns(key), true);
        }
    }

    private static String columns(List<String> names) {
        return String.join(", ", names.stream().map(n -> n.equals("name") ? "name" : n.equals("number") ? "record_no"
                : Names.column(n)).toList());
    }

    private static List<String> key(CustomModelEntity model) {
        return split(model.getNaturalKey());
    }

    private static List<String> split(String text) {
        return text == null || text.isBlank() ? List.of()
                : Arrays.stream(text.split(",")).map(String::trim).filter(s -> !s.isEmpty()).toList();
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
