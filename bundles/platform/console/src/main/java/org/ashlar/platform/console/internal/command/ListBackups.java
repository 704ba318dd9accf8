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
        table(List.of("name", "size", "createdAt", "sealed"), backups.list().stream()
                .map(b -> List.of(b.name(), b.size(), b.createdAt(), b.sealed())).toList());
    }
}
