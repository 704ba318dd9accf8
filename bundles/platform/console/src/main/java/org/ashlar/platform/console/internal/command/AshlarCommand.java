package org.ashlar.platform.console.internal.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/**
 * What every command shares: it works as the system for one company through the channel CONSOLE, prints a table or JSON,
 * and turns a refusal into words and a failing exit code.
 */
abstract class AshlarCommand implements Action {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).enable(SerializationFeature.INDENT_OUTPUT);

    @Option(name = "--company", description = "Code of the company to work for; needed when there are several")
    String company;

    @Option(name = "--json", description = "Print JSON instead of a table")
    boolean json;

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
            throw new IllegalStateException(words(e));
        }
    }

    private Caller caller() {
        Caller system = access.system(companyId());
        return new Caller(system.userId(), "console", system.companyId(), system.companies(), system.grants(),
                Locale.forLanguageTag(language), system.zone(), Channel.CONSOLE, null);
    }

    /** Whether the command makes no sense without a company. */
    boolean needsCompany() {
        return false;
    }

    private long companyId() {
        List<Company> all = companies.list();
        if (company == null) {
            if (all.size() != 1 && needsCompany()) {
                throw Problem.of(ProblemKind.BAD_REQUEST, "console.company.choose",
                        String.join(", ", all.stream().map(Company::code).toList()));
            }
            return all.size() == 1 ? all.get(0).id() : 0;
        }
        return all.stream().filter(c -> c.code().equals(company)).findFirst()
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND,
                        "console.company.unknown", company)).id();
    }

    private String words(Problem problem) {
        Locale locale = Locale.forLanguageTag(language);
        StringBuilder words = new StringBuilder(messages.text(locale, problem.code(), problem.args()));
        problem.errors().forEach(e -> words.append(System.lineSeparator()).append("  ").append(e.field()).append(": ")
                .append(messages.text(locale, e.code(), e.args())));
        return words.toString();
    }

    PrintStream out() {
        return session.getConsole();
    }

    /** A translated text. */
    String text(String key, Object... args) {
        return messages.text(Locale.forLanguageTag(language), key, List.of(args));
    }

    /** Prints rows as a table with these columns, or as a JSON array of objects. */
    void table(List<String> columns, List<? extends List<?>> rows) {
        if (json) {
            List<Map<String, Object>> objects = new ArrayList<>();
            for (List<?> row : rows) {
                Map<String, Object> object = new LinkedHashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    object.put(columns.get(i), row.get(i));
                }
                objects.add(object);
            }
            json(objects);
            return;
        }
        ShellTable table = new ShellTable();
        columns.forEach(table::column);
        rows.forEach(row -> table.addRow().addContent(row.stream().map(v -> v == null ? "" : v).toArray()));
        table.print(out());
    }

    void json(Object value) {
        try {
            out().println(JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

}
