package org.ashlar.platform.insight.internal.model;

import java.util.List;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.insight.internal.board.Tile;
import org.ashlar.platform.insight.internal.board.TileReader;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** It belongs to whoever made it, who alone changes it unless he may manage those of others. Thread-safe. */
@Component
@ForModel("platform.dashboard")
public final class DashboardRules implements RecordRules<DashboardEntity> {

    private static final Set<String> NAMES = Set.of("target", "kind", "period", "dateField", "groupBy", "measure", "sort");

    private final Catalog catalog;
    private final Access access;
    private final TileReader tiles;

    /** By injection. */
    @Activate
    public DashboardRules(@Reference Catalog catalog, @Reference Access access, @Reference TileReader tiles) {
        this.tiles = tiles;
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
            tile.setHeight(tile.getHeight() == null ? 1 : Math.max(1, Math.min(6, tile.getHeight())));
            tile.setCompare(tile.getCompare() == null ? Comparison.NONE : tile.getCompare());
            prove(tile, "tiles[" + (at - 1) + "]");
        }
        at = 0;
        for (DashboardShareEntity share : view.getShares()) {
            if ((share.getUser() == null) == (share.getRole() == null || share.getRole().isBlank())) {
                throw Problem.rule("shares[" + at + "].user", "platform.insight.share");
            }
            share.setPosition(++at);
        }
    }

    /** A tile that its maker cannot see is refused at once; what a package brings may wait for rights and modules. */
    private void prove(DashboardTileEntity tile, String path) {
        if (access.caller().userId() == 0) {
            return;
        }
        try {
            tiles.check(Tile.of(tile));
        } catch (Problem wrong) {
            String field = path + "." + (wrong.code().startsWith("platform.groups.") ? "measure"
                    : wrong.errors().isEmpty() ? "target" : within(wrong.errors().get(0).field()));
            throw new Problem(ProblemKind.RULE, wrong.code(), wrong.args(), List.of(new FieldError(field, wrong.code(), wrong.args())));
        }
    }

    private static String within(String field) {
        return NAMES.contains(field) ? field : "filter";
    }
}
