package org.ashlar.itests.flows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.ashlar.itests.support.Tenant;

/** Controls the books of two companies, signed in as in a browser: a token would be for one of them. */
final class GroupController {
    private static final String PASSWORD = "correct-horse-battery";
    private static final String ROLE = "finance.controller";

    private final String login;

    /** A new user of both. */
    GroupController(Tenant one, Tenant other) {
        login = "group-" + one.code().toLowerCase();
        one.user(login, ROLE);
        JsonNode user = one.admin().get("/platform/users?filter=login==" + login).expect(200).json().path("rows").get(0);
        one.admin().patch("/platform/users/" + user.path("id").asLong(), user.path("version").asLong(), Map.of("roles",
                List.of(Map.of("role", ROLE, "company", one.id()), Map.of("role", ROLE, "company", other.id())))).expect(200);
    }

    /** At the desk of one of them. */
    Browser at(Tenant company) {
        Browser browser = new Browser(company.instance().anonymous().company(company.id()), "10.3.0.7");
        browser.signIn(login, PASSWORD).expect(200);
        return browser;
    }
}
