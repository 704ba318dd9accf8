package org.ashlar.platform.console.internal.command;

import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.backup.Rehearsals;

/** Runs the migrations of a version on a copy and compares its figures with the present ones. */
@Service
@Command(scope = "ashlar", name = "rehearse-upgrade",
        description = "Starts a version on a copy of the data and compares balances, stock value and counts; exit code 1 if they differ")
public final class RehearseUpgrade extends AshlarCommand {

    @Option(name = "--distribution", description = "Archive of the new version; without it the present one restores a copy of itself")
    String distribution;

    @Reference
    Rehearsals rehearsals;

    @Override
    void work() {
        Rehearsals.Outcome outcome = rehearsals.rehearse(distribution);
        table(List.of("company", "name", "before", "after"), outcome.differences().stream()
                .map(d -> Arrays.asList(d.company(), d.name(), d.before(), d.after())).toList());
        if (!outcome.differences().isEmpty()) {
            throw new IllegalStateException(text("console.rehearsal.differs", outcome.differences().size(), outcome.compared()));
        }
        out().println(text("console.rehearsal.same", outcome.compared(), Math.round(outcome.seconds())));
    }
}
