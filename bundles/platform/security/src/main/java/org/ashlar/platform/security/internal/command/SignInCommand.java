package org.ashlar.platform.security.internal.command;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.access.Channel;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.problem.Problem;

/** What the commands about sign-in share: they work as the system through the channel CONSOLE and speak the user's language. */
abstract class SignInCommand implements Action {
    @Option(name = "--language", description = "Language of messages: en or zh")
    String language = "en";

    @Option(name = "--json", description = "Print JSON instead of a table")
    boolean json;

    @Reference
    Session session;

    @Reference
    Access access;

    @Reference
    Messages messages;

    @Reference
    Users users;

    /** The command's work, as the bound caller. */
    abstract void work();

    @Override
    public final Object execute() {
        Caller system = access.system(0);
        Caller caller = new Caller(0, "console", 0, Set.of(0L), system.grants(), Locale.forLanguageTag(language), system.zone(),
                Channel.CONSOLE, null);
        try {
            access.as(caller, () -> {
                work();
                return null;
            });
            return null;
        } catch (Problem e) {
            throw new IllegalStateException(messages.text(Locale.forLanguageTag(language), e.code(), e.args()));
        }
    }

    /** Id of the user with this login. */
    long user(String login) {
        return users.find(login).orElseThrow(() -> Problem.notFound("platform.user", login)).id();
    }

    /** Prints rows. */
    void table(List<String> columns, List<List<Object>> rows) {
        if (json) {
            session.getConsole().println(Rows.json(columns, rows));
            return;
        }
        ShellTable table = new ShellTable();
        columns.forEach(table::column);
        rows.forEach(row -> table.addRow().addContent(row.stream().map(v -> v == null ? "" : v).toArray()));
        table.print(session.getConsole());
    }
}
