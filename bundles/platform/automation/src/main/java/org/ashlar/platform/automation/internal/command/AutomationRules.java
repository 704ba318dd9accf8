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

/** Lists automation rules. */
@Service
@Command(scope = "ashlar", name = "automation-rules", description = "Lists automation rules with what sets them off")
public final class AutomationRules implements Action {

    @Option(name = "--company", description = "Code of the company; all without it")
    String company;

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
        List<String> fields = List.of("code", "title", "model", "trigger", "condition", "active");
        table.column("company");
        fields.forEach(table::column);
        for (Company each : companies.list()) {
            if (company == null || company.equals(each.code())) {
                List<Map<String, Object>> rows = access.as(access.system(each.id()), () -> records.find("platform.automationRule",
                        new Records.Query(null, null, null, fields, 0, 500, false))).rows();
                rows.forEach(row -> table.addRow().addContent(each.code(), row.get("code"), row.get("title"), row.get("model"),
                        row.get("trigger"), row.get("condition") == null ? "" : row.get("condition"), row.get("active")));
            }
        }
        table.print(session.getConsole());
        return null;
    }
}
