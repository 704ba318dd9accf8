package org.ashlar.platform.console.internal.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.record.Records;
import org.ashlar.platform.tx.Transactions;

/** Creates a user with a password and roles in one company. */
@Service
@Command(scope = "ashlar", name = "user-add", description = "Creates a user with a first password and roles")
public final class AddUser extends AshlarCommand {

    @Argument(name = "login", description = "Login", required = true)
    String login;

    @Option(name = "--name", description = "Full name; the login without it")
    String name;

    @Option(name = "--role", description = "Role; may be given several times", multiValued = true)
    List<String> roles = new ArrayList<>();

    @Option(name = "--password", description = "First password", required = true)
    String password;

    @Reference
    Records records;

    @Reference
    Transactions transactions;

    @Override
    void work() {
        long companyId = access.caller().companyId();
        long id = transactions.required(() -> {
            Map<String, Object> user = new HashMap<>(Map.of("login", login, "name", name == null ? login : name));
            List<Map<String, Object>> lines = new ArrayList<>();
            for (String role : roles) {
                Map<String, Object> line = new HashMap<>(Map.of("role", role));
                if (companyId != 0) {
                    line.put("company", companyId);
                }
                lines.add(line);
            }
            user.put("roles", lines);
            long made = records.create("platform.user", user);
            records.act("platform.user", made, "setPassword", Map.of("password", password));
            return made;
        });
        table(List.of("id", "login", "roles"), List.of(List.<Object>of(id, login, String.join(" ", roles))));
    }
}
