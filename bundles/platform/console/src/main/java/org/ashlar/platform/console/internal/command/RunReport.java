package org.ashlar.platform.console.internal.command;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Runs any report. */
@Service
@Command(scope = "ashlar", name = "report", description = "Runs a report, for example: report inventory.valuation date=2026-01-31")
public final class RunReport extends ReportCommand {

    @Argument(index = 0, name = "id", description = "Report id", required = true)
    String id;

    @Argument(index = 1, name = "parameters", description = "name=value", multiValued = true)
    List<String> parameters = new ArrayList<>();

    @Override
    void work() {
        run(id, parameters);
    }
}
