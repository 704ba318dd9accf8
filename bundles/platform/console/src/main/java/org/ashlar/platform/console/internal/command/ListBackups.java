package org.ashlar.platform.console.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.backup.Backups;

/** Lists the backups that are kept. */
@Service
@Command(scope = "ashlar", name = "backups", description = "Lists the backups that are kept, newest first")
public final class ListBackups extends AshlarCommand {

    @Reference
    Backups backups;

    @Override
    void work() {
        table(List.of("name", "size", "createdAt", "sealed", "masked", "restored"), backups.list().stream()
                .map(b -> List.<Object>of(b.name(), b.size(), b.createdAt(), b.sealed(), b.masked(), restored(b.restored()))).toList());
    }

    private static String restored(Backups.Restored restored) {
        return restored == null ? "-" : (restored.verified() ? "VERIFIED " : restored.problem() != null ? "FAILED " : "DIFFERS ")
                + restored.at();
    }
}
