package org.ashlar.platform.studio.internal.service;

import java.util.List;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.ashlar.platform.studio.internal.catalog.CustomCatalog;
import org.ashlar.platform.studio.internal.catalog.Definition;
import org.ashlar.platform.studio.internal.model.CustomFieldEntity;
import org.ashlar.platform.studio.internal.model.CustomModelEntity;
import org.ashlar.platform.studio.internal.schema.Names;
import org.ashlar.platform.studio.internal.schema.Schema;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Deletes a custom model that was deactivated before, with its fields and its records. */
@Component
@ForModel("platform.customModel")
@ForAction("purge")
public final class PurgeModel implements RecordAction {

    private final EntityStore store;
    private final CustomCatalog custom;
    private final Schema schema;

    /** Used by DS. */
    @Activate
    public PurgeModel(@Reference EntityStore store, @Reference CustomCatalog custom, @Reference Schema schema) {
        this.store = store;
        this.custom = custom;
        this.schema = schema;
    }

    @Override
    public Object run(ActionCall call) {
        CustomModelEntity model = store.get(CustomModelEntity.class, call.id());
        if (model.isActive()) {
            throw Problem.rule("active", "platform.custom.stillActive", model.getCode());
        }
        String id = Names.model(model.getCode());
        List<Definition.Field> fields = custom.everything().fields();
        String users = String.join(", ", fields.stream().filter(f -> id.equals(f.target()) && !f.model().equals(id))
                .map(f -> f.model() + "." + f.name()).toList());
        String lines = String.join(", ", custom.everything().models().stream()
                .filter(m -> model.getCode().equals(m.parent())).map(Definition.Model::code).toList());
        if (!users.isEmpty() || !lines.isEmpty()) {
            throw Problem.rule("code", "platform.custom.used", users + (users.isEmpty() || lines.isEmpty() ? "" : ", ") + lines);
        }
        schema.change(ddl -> ddl.dropTable(Names.table(id)));
        List<Long> own = fields.stream().filter(f -> f.model().equals(id)).map(Definition.Field::id).toList();
        store.getAll(CustomFieldEntity.class, own).forEach(store::delete);
        store.delete(model);
        return null;
    }
}
