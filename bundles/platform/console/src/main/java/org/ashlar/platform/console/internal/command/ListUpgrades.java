package org.ashlar.platform.console.internal.command;

import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.backup.UpgradeHistory;
import org.ashlar.platform.i18n.Phrase;

/** Lists upgrades of single bundles. */
@Service
@Command(scope = "ashlar", name = "upgrades", description = "Lists upgrades of modules and extensions, newest first, and why one cannot go back")
public final class ListUpgrades extends AshlarCommand {

    @Reference
    UpgradeHistory upgrades;

    @Override
    void work() {
        table(List.of("id", "module", "from", "to", "state", "at", "by", "obstacle"), upgrades.list().stream()
                .map(u -> Arrays.<Object>asList(u.id(), u.module(), u.from(), u.to(), u.state(), u.at(), u.by(), said(u.obstacle()))).toList());
    }

    private String said(Phrase obstacle) {
        return obstacle == null ? null : text(obstacle.key(), obstacle.args().toArray());
    }
}
