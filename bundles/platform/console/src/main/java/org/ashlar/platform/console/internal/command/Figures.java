package org.ashlar.platform.console.internal.command;

import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.backup.Rehearsals;

/** Prints the figures that an upgrade must not change. */
@Service
@Command(scope = "ashlar", name = "figures", description = "Counts of records and totals of reports of all companies")
public final class Figures extends AshlarCommand {

    @Reference
    Rehearsals rehearsals;

    @Option(name = "--tables", description = "Rows of the tables of the business instead")
    boolean tables;

    @Option(name = "--at", description = "Moment, such as 2026-11-22T02:00:00Z, whose day the reports take instead of today")
    String at;

    @Override
    void work() {
        table(List.of("company", "name", "value"), (tables ? rehearsals.tables() : rehearsals.figures(at == null ? null : Instant.parse(at))).stream()
                .map(f -> List.of(f.company(), f.name(), f.value())).toList());
    }
}
