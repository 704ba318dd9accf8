package org.ashlar.platform.insight.internal.model;

import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** It belongs to whoever made it, who alone changes it unless he may manage those of others. Thread-safe. */
@Component
@ForModel("platform.savedView")
public final class SavedViewRules implements RecordRules<SavedViewEntity> {

    private final Catalog catalog;
    private final Access access;

    /** By injection. */
    @Activate
    public SavedViewRules(@Reference Catalog catalog, @Reference Access access) {
        this.catalog = catalog;
        this.access = access;
    }

    @Override
    public void beforeInsert(SavedViewEntity view) {
        view.setOwner(access.caller().userId() == 0 ? null : access.caller().userId());
        check(view);
    }

    @Override
    public void beforeUpdate(SavedViewEntity view, Set<String> changed) {
        TargetCheck.owner(access, view, "platform.savedView.manage");
        check(view);
    }

    @Override
    public void beforeDelete(SavedViewEntity view) {
        TargetCheck.owner(access, view, "platform.savedView.manage");
    }

    private void check(SavedViewEntity view) {
        TargetCheck.model(catalog, "target", view.getTarget());
    }
}
