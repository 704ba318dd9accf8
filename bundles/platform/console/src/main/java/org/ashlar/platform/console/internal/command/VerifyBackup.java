package org.ashlar.platform.console.internal.command;

import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.backup.Backups;

/** Restores a backup on trial. */
@Service
@Command(scope = "ashlar", name = "backup-verify",
        description = "Restores a backup into a copy that is thrown away and compares its figures; exit code 1 if they differ")
public final class VerifyBackup extends AshlarCommand {

    @Argument(name = "name", description = "Name of a kept backup, see ashlar:backups", required = true)
    String name;

    @Reference
    Backups backups;

    @Override
    void work() {
        Backups.Restored restored = backups.verifyByRestoring(name);
        if (restored.compared() == 0) {
            out().println(text("console.backup.nothing"));
            return;
        }
        table(List.of("company", "name", "backup", "restored"), restored.differences().isEmpty()
                ? restored.figures().stream().map(f -> List.<Object>of(f.company(), f.name(), f.value(), f.value())).toList()
                : restored.differences().stream().map(d -> Arrays.<Object>asList(d.company(), d.name(), d.before(), d.after())).toList());
        if (!restored.differences().isEmpty()) {
            throw new IllegalStateException(text("console.rehearsal.differs", restored.differences().size(), restored.compared()));
        }
        if (!json) {
            out().println(text("console.rehearsal.same", restored.compared(), Math.round(restored.seconds())));
        }
    }
}
