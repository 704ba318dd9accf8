package org.ashlar.platform.console.internal.command;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** The trial balance of finance. */
@Service
@Command(scope = "ashlar", name = "trial-balance", description = "Prints the trial balance; parameters as name=value")
public final class TrialBalance extends ReportCommand {

    @Argument(name = "parameters", description = "name=value", multiValued = true)
    List<String> parameters = new ArrayList<>();

    @Override
    void work() {
        run("finance.trialBalance", parameters);
    }
}
