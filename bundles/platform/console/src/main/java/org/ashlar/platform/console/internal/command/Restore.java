package org.ashlar.platform.console.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.ashlar.platform.backup.Backups;

/** Lays a backup ready for the next start. */
@Service
@Command(scope = "ashlar", name = "restore", description = "Checks a backup and lets it take the database's place at the next start")
public final class Restore extends AshlarCommand {

    @Argument(name = "file", description = "Name of a kept backup, or a path", required = true)
    @Completion(FileCompleter.class)
    String file;

    @Reference
    Backups backups;

    @Override
    void work() {
        Backups.Contents contents = backups.restore(file);
        out().println(text("console.restore.ready", contents.createdAt().toString(), contents.database()));
    }
}
