package org.ashlar.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.ashlar.itests.support.Api;
import org.junit.jupiter.api.Test;

/** The end of a month: an accountant closes it, what is dated in it is refused in words, and it is opened again with a reason. */
class ClosePeriodTest {
    private static final String PASSWORD = "long-enough-secret";
    private static final int DESK = 1440;

    private final int mark = ThreadLocalRandom.current().nextInt(1_000_000);

    @Test
    void whatIsDatedInAClosedPeriodIsRefusedUntilItIsOpenedAgain() {
        Api admin = Demo.admin();
        String controller = user(admin, "controller", "finance.controller");
        String accountant = user(admin, "accountant", "finance.accountant");
        JsonNode period = admin.get("/finance/periods?filter=state==OPEN&sort=start&limit=1&fields=id,name,start").expect(200).json()
                .path("rows").get(0);
        long entry = entry(Demo.api(accountant, PASSWORD), period.path("start").asText());
        try (Desk desk = Demo.desk("en", "light", DESK).signedIn(controller, PASSWORD);
                Desk clerk = Demo.desk("en", "light", DESK).signedIn(accountant, PASSWORD)) {
            Page page = desk.open("/app/r/finance.period/" + period.path("id").asLong()).page();
            desk.button("Lock").click();
            page.locator("dialog").getByLabel("Reason").fill("Month closed " + mark);
            desk.picture("period-lock");
            desk.agree("Lock");
            assertThat(page.locator(".steps .now")).hasText("Locked");
            desk.picture("period-locked");

            clerk.open("/app/r/finance.entry/" + entry);
            clerk.button("Post").click();
            Locator refusal = clerk.page().getByText("is closed. Choose a later date or have the period opened again");
            assertThat(refusal.first()).isVisible();
            clerk.picture("period-refused");
            clerk.open("/app/r/finance.period/" + period.path("id").asLong());
            assertThat(clerk.page().locator(".steps .now")).hasText("Locked");

            more(desk, "Open again");
            page.locator("dialog").getByLabel("Reason").fill("Bill came late " + mark);
            desk.agree("Open again");
            assertThat(page.locator(".steps .now")).hasText("Open");
            clerk.open("/app/r/finance.entry/" + entry);
            clerk.button("Post").click();
            assertThat(clerk.page().locator(".steps .now")).hasText("Posted");
            assertThat(desk.complaints()).isEmpty();
        } finally {
            reopen(admin, period.path("id").asLong());
        }
    }

    private static void reopen(Api admin, long id) {
        if (!admin.get("/finance/periods/" + id).json().path("state").asText().equals("OPEN")) {
            admin.post("/finance/periods/" + id + "/unlock", Map.of("reason", "test")).expect(200);
        }
    }

    private static void more(Desk desk, String action) {
        Locator button = desk.button(action);
        if (button.count() == 0 || !button.first().isVisible()) {
            desk.button("More").first().click();
            desk.page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(action)).click();
        } else {
            button.first().click();
        }
    }

    private String user(Api admin, String name, String role) {
        String login = name + mark;
        long id = admin.post("/platform/users", Map.of("login", login, "name", name, "active", true, "roles",
                List.of(Map.of("role", "platform.user"), Map.of("role", role)))).expect(201).id();
        admin.post("/platform/users/" + id + "/setPassword", Map.of("password", PASSWORD)).expect(200);
        return login;
    }

    private static long entry(Api accountant, String date) {
        long journal = accountant.get("/finance/journals?limit=1&fields=id").expect(200).json().path("rows").get(0).path("id").asLong();
        long cash = account(accountant, "1001");
        long bank = account(accountant, "1002");
        return accountant.post("/finance/entries", Map.of("journal", journal, "date", date, "text", "Late cash",
                "lines", List.of(Map.of("account", cash, "debit", 10), Map.of("account", bank, "credit", 10)))).expect(201).id();
    }

    private static long account(Api api, String code) {
        return api.get("/finance/accounts?limit=1&fields=id&filter=code==" + code).expect(200).json().path("rows").get(0).path("id")
                .asLong();
    }
}
