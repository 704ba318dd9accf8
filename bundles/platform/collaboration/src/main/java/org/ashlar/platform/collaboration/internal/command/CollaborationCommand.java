package org.ashlar.platform.collaboration.internal.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.access.Channel;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;

/** What this bundle's commands share: they work as the system for one company and turn a refusal into words. */
abstract class CollaborationCommand implements Action {

    @Option(name = "--company", description = "Code of the company to work for; needed when there are several")
    String company;

    @Option(name = "--language", description = "Language of messages: en or zh")
    String language = "en";

    @Reference
    Session session;

    @Reference
    Access access;

    @Reference
    Companies companies;

    @Reference
    Messages messages;

    /** The command's work, as the bound caller. */
    abstract void work();

    @Override
    public final Object execute() {
        try {
            access.as(caller(), () -> {
                work();
                return null;
            });
            return null;
        } catch (Problem e) {
            StringBuilder words = new StringBuilder(messages.text(locale(), e.code(), e.args()));
            e.errors().forEach(f -> words.append(System.lineSeparator()).append("  ").append(f.field()).append(": ")
                    .append(messages.text(locale(), f.code(), f.args())));
            throw new IllegalStateException(words.toString());
        }
    }

    private Caller caller() {
        Caller system = access.system(companyId());
        return new Caller(system.userId(), "console", system.companyId(), system.companies(), system.grants(), locale(),
                system.zone(), Channel.CONSOLE, null);
    }

    private long companyId() {
        List<Company> all = companies.list();
        if (company == null) {
            return all.size() == 1 ? all.get(0).id() : 0;
        }
        return all.stream().filter(c -> c.code().equals(company)).findFirst().map(Company::id)
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "console.company.unknown", company));
    }

    private Locale locale() {
        return Locale.forLanguageTag(language);
    }

    PrintStream out() {
        return session.getConsole();
    }

    String text(String key, Object... args) {
        return messages.text(locale(), key, List.of(args));
    }

    void table(List<String> columns, List<? extends List<?>> rows) {
        ShellTable table = new ShellTable();
        columns.forEach(table::column);
        rows.forEach(row -> table.addRow().addContent(row.stream().map(v -> v == null ? "" : v).toArray()));
        table.print(out());
    }
}
