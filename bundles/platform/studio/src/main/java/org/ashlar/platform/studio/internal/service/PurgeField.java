package org.ashlar.platform.studio.internal.service;

import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.ashlar.platform.studio.internal.model.CustomFieldEntity;
import org.ashlar.platform.studio.internal.schema.Names;
import org.ashlar.platform.studio.internal.schema.Schema;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Deletes a custom field that was deactivated before, with its data. */
@Component
@ForModel("platform.customField")
@ForAction("purge")
public final class PurgeField implements RecordAction {

    private final EntityStore store;
    private final Schema schema;

    /** Used by DS. */
    @Activate
    public PurgeField(@Reference EntityStore store, @Reference Schema schema) {
        this.store = store;
        this.schema = schema;
    }

    @Override
    public Object run(ActionCall call) {
        CustomFieldEntity field = store.get(CustomFieldEntity.class, call.id());
        if (field.isActive()) {
            throw Problem.rule("active", "platform.custom.stillActive", field.getCode());
        }
        String table = Names.table(field.getModel());
        String column = Names.column(field.getCode());
        schema.change(ddl -> {
            ddl.unique(table, column, false);
            ddl.index(table, column, false);
            ddl.dropColumn(table, column);
            ddl.dropColumn(table, Names.currencyColumn(field.getCode()));
        });
        store.delete(field);
        return null;
    }
}
