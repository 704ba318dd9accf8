package org.ashlar.platform.security.internal.command;

import java.io.PrintStream;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.security.internal.service.AccessOverview;
import org.ashlar.platform.security.internal.service.AccessOverview.Overview;

/** Shows what a user may do, by which roles, and what restricts him. */
@Service
@Command(scope = "ashlar", name = "access-show", description = "Shows a user's roles, permissions, record rules and field rights")
public final class ShowAccess implements Action {

    @Option(name = "--company", description = "Code of the company; needed when there are several")
    String company;

    @Option(name = "--all", description = "One line per permission instead of one per model")
    boolean all;

    @Argument(index = 0, name = "login", description = "Login of the user", required = true)
    String login;

    @Reference
    Session session;

    @Reference
    Access access;

    @Reference
    Companies companies;

    @Reference
    AccessOverview overview;

    @Override
    public Object execute() {
        List<Company> known = companies.list();
        Company where = known.stream().filter(c -> company == null ? known.size() == 1 : c.code().equals(company)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Choose a company with --company: "
                        + known.stream().map(Company::code).collect(Collectors.joining(", "))));
        try {
            Overview of = access.as(access.system(where.id()), () -> overview.of(login, where.id()));
            print(session.getConsole(), of, where);
        } catch (Problem unknown) {
            throw new IllegalArgumentException("There is no user " + login);
        }
        return null;
    }

    private void print(PrintStream out, Overview of, Company where) {
        out.println(of.login() + " (" + of.name() + ", " + of.kind().toLowerCase(java.util.Locale.ROOT) + ") in " + where.code());
        ShellTable roles = table("role", "from");
        of.roles().forEach(r -> roles.addRow().addContent(r.role(), String.join(", ", r.from())));
        roles.print(out);
        permissions(of).print(out);
        if (!of.rules().isEmpty()) {
            ShellTable rules = table("record rule", "role", "model", "only records with", "for");
            of.rules().forEach(r -> rules.addRow().addContent(r.code(), r.role(), r.model(), r.filter(),
                    (r.read() ? "read " : "") + (r.write() ? "write" : "")));
            rules.print(out);
        }
        if (!of.fields().isEmpty()) {
            ShellTable fields = table("field", "role", "right", "in effect");
            of.fields().forEach(f -> fields.addRow().addContent(f.model() + "." + f.field(), f.role(), f.right(), f.effective()));
            fields.print(out);
        }
        of.conflicts().forEach(c -> out.println("Conflicting duties: " + c));
    }

    private ShellTable permissions(Overview of) {
        if (all) {
            ShellTable table = table("permission", "by role");
            of.permissions().forEach(p -> table.addRow().addContent(p.permission(), String.join(", ", p.roles())));
            return table;
        }
        ShellTable table = table("model", "may", "by role");
        of.permissions().stream().collect(Collectors.groupingBy(p -> p.model() == null ? p.permission() : p.model(), TreeMap::new,
                Collectors.toList())).forEach((model, list) -> table.addRow().addContent(model,
                        list.stream().map(p -> p.permission().substring(p.permission().lastIndexOf('.') + 1))
                                .collect(Collectors.joining(" ")),
                        list.stream().flatMap(p -> p.roles().stream()).distinct().collect(Collectors.joining(" "))));
        return table;
    }

    private static ShellTable table(String... columns) {
        ShellTable table = new ShellTable();
        for (String column : columns) {
            table.column(column);
        }
        return table;
    }
}
