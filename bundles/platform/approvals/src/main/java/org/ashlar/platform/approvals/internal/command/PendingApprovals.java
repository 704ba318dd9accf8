package org.ashlar.platform.approvals.internal.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.approvals.internal.service.Inbox;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Company;

/** Lists pending approval requests. */
@Service
@Command(scope = "ashlar", name = "approvals-pending", description = "Lists requests that wait for an approval, oldest first")
public final class PendingApprovals implements Action {

    @Option(name = "--company", description = "Code of the company; all without it")
    String company;

    @Option(name = "--limit", description = "How many at most per company")
    int limit = 50;

    @Reference
    Session session;

    @Reference
    Access access;

    @Reference
    Companies companies;

    @Reference
    Inbox inbox;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable();
        for (String column : new String[] {"company", "id", "subject", "policy", "step", "requester", "submitted", "due"}) {
            table.column(column);
        }
        for (Company each : companies.list()) {
            if (company == null || company.equals(each.code())) {
                access.as(access.system(each.id()), () -> inbox.all(limit)).forEach(i -> table.addRow().addContent(each.code(),
                        i.request(), i.title(), i.policy(), i.step(), i.requester().label(), i.submittedAt(),
                        i.dueAt() == null ? "" : i.dueAt()));
            }
        }
        table.print(session.getConsole());
        return null;
    }
}
