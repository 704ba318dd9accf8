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
@ForModel("platform.dashboard")
public final class DashboardRules implements RecordRules<DashboardEntity> {

    private final Catalog catalog;
    private final Access access;

    /** By injection. */
    @Activate
    public DashboardRules(@Reference Catalog catalog, @Reference Access access) {
        this.catalog = catalog;
        this.access = access;
    }

    @Override
    public void beforeInsert(DashboardEntity view) {
        view.setOwner(access.caller().userId() == 0 ? null : access.caller().userId());
        check(view);
    }

    @Override
    public void beforeUpdate(DashboardEntity view, Set<String> changed) {
        TargetCheck.owner(access, view, "platform.dashboard.manage");
        check(view);
    }

    @Override
    public void beforeDelete(DashboardEntity view) {
        TargetCheck.owner(access, view, "platform.dashboard.manage");
    }

    private void check(DashboardEntity view) {
        int at = 0;
        for (DashboardTileEntity tile : view.getTiles()) {
            TargetCheck.model(catalog, "tiles[" + at + "].target", tile.getTarget());
            tile.setPosition(++at);
            tile.setWidth(tile.getWidth() == null ? 3 : Math.max(1, Math.min(12, tile.getWidth())));
        }
    }
}
