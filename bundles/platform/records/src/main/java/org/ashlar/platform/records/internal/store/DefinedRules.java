package org.ashlar.platform.records.internal.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.meta.DefinedModel;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.numbering.NumberSeries;
import org.ashlar.platform.numbering.Numbering;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.records.internal.catalog.Attribute;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rules of models that are defined as data: numbers, states and what they lock. Thread-safe. */
@Component(service = DefinedRules.class)
public final class DefinedRules {

    private final Numbering numbering;
    private final Access access;

    @Activate
    public DefinedRules(@Reference Numbering numbering, @Reference Access access) {
        this.numbering = numbering;
        this.access = access;
    }

    /** First state, then the number; imported history may bring its own of both. */
    void beforeInsert(EntityModel model, BaseEntity row) {
        DefinedModel defined = model.defined();
        FieldInfo state = model.state();
        if (state != null && model.attribute(state.name()).get(row) == null) {
            model.attribute(state.name()).set(row, defined.initialState());
        }
        if (defined.numberField() != null) {
            Attribute number = model.attribute(defined.numberField());
            if (number.get(row) == null) {
                number.set(row, numbering.next(NumberSeries.plain(model.id(), defined.numberPattern()), access.today()));
            }
        }
    }

    /** Refuses changes in locked states. */
    void beforeUpdate(EntityModel model, BaseEntity row, Set<String> changed) {
        FieldInfo state = model.state();
        if (state == null || changed.contains(state.name())) {
            return;
        }
        requireOpen(model, row, state);
    }

    /** Refuses to delete in locked states. */
    void beforeDelete(EntityModel model, BaseEntity row) {
        FieldInfo state = model.state();
        if (state != null) {
            requireOpen(model, row, state);
        }
    }

    private static void requireOpen(EntityModel model, BaseEntity row, FieldInfo state) {
        String now = String.valueOf(model.attribute(state.name()).get(row));
        if (model.defined().lockedStates().contains(now)) {
            throw Problem.rule(state.name(), "platform.custom.locked", now);
        }
    }

    /** Carries out a transition; what it answers is the new state. */
    public Map<String, Object> move(EntityModel model, BaseEntity row, String action) {
        String to = model.defined().transitions().get(action);
        FieldInfo state = model.state();
        model.attribute(state.name()).set(row, to);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(state.name(), to);
        return result;
    }
}
