package org.ashlar.platform.console.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.backup.Backups;

/** Makes a backup while people work. */
@Service
@Command(scope = "ashlar", name = "backup", description = "Makes a backup of database, attachments and extensions while people work")
public final class Backup extends AshlarCommand {

    @Reference
    Backups backups;

    @Option(name = "--masked", description = "With invented persons and numbers, without history, files and secrets, to be given away")
    boolean masked;

    @Override
    void work() {
        Backups.Backup made = masked ? backups.createMasked() : backups.create();
        table(List.of("name", "size", "createdAt", "sealed"), List.of(List.of(made.name(), made.size(), made.createdAt(), made.sealed())));
    }
}
