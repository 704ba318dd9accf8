package org.ashlar.platform.automation.internal.command;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.record.Records;

/** Lists what automation rules did lately. */
@Service
@Command(scope = "ashlar", name = "automation-runs", description = "Lists the latest runs of automation rules")
public final class AutomationRuns implements Action {

    @Option(name = "--company", description = "Code of the company; all without it")
    String company;

    @Option(name = "--failed", description = "Only failed ones")
    boolean failed;

    @Option(name = "--limit", description = "How many at most per company")
    int limit = 50;

    @Reference
    Session session;

    @Reference
    Access access;

    @Reference
    Companies companies;

    @Reference
    Records records;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable();
        for (String column : List.of("company", "started", "rule", "model", "record", "outcome", "problem")) {
            table.column(column);
        }
        for (Company each : companies.list()) {
            if (company == null || company.equals(each.code())) {
                List<Map<String, Object>> rows = access.as(access.system(each.id()), () -> records.find("platform.automationRun",
                        new Records.Query(failed ? "outcome==FAILED" : null, null, null,
                                List.of("startedAt", "rule", "model", "record", "outcome", "problem"), 0,
                                Math.max(1, Math.min(1000, limit)), false))).rows();
                rows.forEach(row -> table.addRow().addContent(each.code(), row.get("startedAt"),
                        row.get("rule") instanceof Map<?, ?> rule ? rule.get("label") : "", row.get("model"), row.get("record"),
                        row.get("outcome"), row.get("problem") == null ? "" : row.get("problem")));
            }
        }
        table.print(session.getConsole());
        return null;
    }
}
