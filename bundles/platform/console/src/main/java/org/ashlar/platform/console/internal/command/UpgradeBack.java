package org.ashlar.platform.console.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.backup.UpgradeHistory;

/** Shows what going back from an upgrade would lose and, when forced, goes back. */
@Service
@Command(scope = "ashlar", name = "upgrade-back", description = "Shows what going back from an upgrade would lose; --force goes back")
public final class UpgradeBack extends AshlarCommand {

    @Argument(name = "id", description = "Id of the upgrade, see ashlar:upgrades", required = true)
    String id;

    @Option(name = "--force", description = "Go back; where tables were changed the suite restarts with the backup of before")
    boolean force;

    @Reference
    UpgradeHistory upgrades;

    @Override
    void work() {
        UpgradeHistory.Cost cost = force ? upgrades.goBack(id) : upgrades.cost(id);
        table(List.of("model", "records", "changes"), cost.lost().stream().map(l -> List.<Object>of(l.model(), l.records(), l.changes())).toList());
        if (!json) {
            out().println(text(force ? cost.restart() ? "console.upgrade.goesBack" : "console.upgrade.wentBack"
                    : cost.restart() ? "console.upgrade.loses" : "console.upgrade.keeps"));
        }
    }
}
