package org.ashlar.platform.console.internal.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.Records;

/** Creates an API token; its value is printed once and kept nowhere. */
@Service
@Command(scope = "ashlar", name = "token-create", description = "Creates an API token for a user and prints it once")
public final class CreateToken extends AshlarCommand {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Argument(name = "login", description = "Whose token it is", required = true)
    String login;

    @Option(name = "--name", description = "What it is for")
    String name = "console";

    @Option(name = "--expires", description = "ISO date after which it is refused; never without")
    String expires;

    @Option(name = "--scopes", description = "Permissions that bound the user's, comma separated")
    String scopes;

    @Reference
    Users users;

    @Reference
    Records records;

    @Override
    void work() {
        long user = users.find(login).orElseThrow(() -> Problem.notFound("platform.user", login)).id();
        Map<String, Object> body = new HashMap<>(Map.of("name", name));
        if (access.caller().companyId() != 0) {
            body.put("company", access.caller().companyId());
        }
        if (expires != null) {
            body.put("expires", expires);
        }
        if (scopes != null) {
            body.put("scopes", scopes);
        }
        JsonNode made = JSON.valueToTree(records.act("platform.user", user, "createToken", body));
        if (json) {
            json(made);
        } else {
            table(List.of("token"), List.of(List.<Object>of(made.path("token").asText())));
        }
    }
}
