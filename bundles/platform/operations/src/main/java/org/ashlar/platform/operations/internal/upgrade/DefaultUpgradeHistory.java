package org.ashlar.platform.operations.internal.upgrade;

import java.util.List;
import org.ashlar.platform.backup.UpgradeHistory;
import org.ashlar.platform.i18n.Phrase;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** For those who cannot or do not want to work on the screen, for example because an upgrade took it away. Thread-safe. */
@Component
public final class DefaultUpgradeHistory implements UpgradeHistory {

    private final Upgrades upgrades;
    private final WayBack back;

    /** By injection. */
    @Activate
    public DefaultUpgradeHistory(@Reference Upgrades upgrades, @Reference WayBack back) {
        this.upgrades = upgrades;
        this.back = back;
    }

    @Override
    public List<Done> list() {
        return upgrades.list().stream().map(u -> new Done(u.id(), u.module(), u.from(), u.to(), u.state().name(), u.at(), u.by(),
                back.obstacle(u).map(p -> new Phrase(p.code(), p.args())).orElse(null))).toList();
    }

    @Override
    public Cost cost(String id) {
        Upgrade upgrade = upgrades.get(id);
        back.obstacle(upgrade).ifPresent(problem -> {
            throw problem;
        });
        return new Cost(upgrade.changedTables(), back.lost(upgrade).stream().map(c -> new Lost(c.model(), c.records(), c.changes())).toList());
    }

    @Override
    public Cost goBack(String id) {
        Cost cost = cost(id);
        back.carryOut(id);
        return cost;
    }
}
