package org.ashlar.platform.console.internal.command;

import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.checkup.Checkup;
import org.ashlar.platform.checkup.Finding;
import org.ashlar.platform.checkup.Severity;

/** The health check (体检): what an administrator should look at; fails when something is bad. */
@Service
@Command(scope = "ashlar", name = "checkup", description = "Shows what an administrator should look at; exit code 1 if something is bad")
public final class RunCheckup extends AshlarCommand {

    @Reference
    Checkup checkup;

    @Override
    void work() {
        List<Finding> findings = checkup.run();
        table(List.of("severity", "area", "text", "path"), findings.stream().map(f -> Arrays.<Object>asList(f.severity(),
                text("checkup.area." + f.area()), text(f.key(), f.args().toArray()), f.path())).toList());
        long bad = findings.stream().filter(f -> f.severity() == Severity.BAD).count();
        if (bad > 0) {
            throw new IllegalStateException(text("console.checkup.bad", bad));
        }
    }
}
