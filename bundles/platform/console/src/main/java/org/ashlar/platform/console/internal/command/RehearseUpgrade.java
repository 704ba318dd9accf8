package org.ashlar.platform.console.internal.command;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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

    @Option(name = "--jar", description = "New version of a bundle, laid over the distribution's; may be given several times",
            multiValued = true)
    List<String> jars;

    @Reference
    Rehearsals rehearsals;

    @Override
    void work() {
        Rehearsals.Outcome outcome = rehearsals.rehearse(distribution, jars == null ? List.of() : jars.stream().map(Path::of).toList());
        table(List.of("company", "name", "before", "after", "same"), outcome.figures().stream()
                .map(d -> Arrays.<Object>asList(d.company(), d.name(), d.before(), d.after(),
                        Objects.equals(d.before(), d.after()) ? "=" : "DIFFERS")).toList());
        if (!outcome.differences().isEmpty()) {
            throw new IllegalStateException(text("console.rehearsal.differs", outcome.differences().size(), outcome.compared()));
        }
        if (!json) {
            out().println(text("console.rehearsal.migrated", outcome.migrated().isEmpty() ? "-" : String.join(", ", outcome.migrated())));
            out().println(text("console.rehearsal.same", outcome.compared(), Math.round(outcome.seconds())));
        }
    }
}
