package org.ashlar.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Instance;
import org.junit.jupiter.api.Test;

/** A head of sales makes a page of figures of her own, shares it, begins with it, and sees it follow what others do. */
class DashboardTest {
    private static final long MOST_BYTES = 450_000;
    private static final String MARK = "D" + System.nanoTime() % 1_000_000_000L;

    private static Desk lena(int width, String... roles) {
        Api admin = Demo.admin();
        String login = "lena-" + MARK + "-" + System.nanoTime() % 100_000;
        long company = admin.get("/platform/companies?filter=code==DEMO").expect(200).json().path("rows").get(0).path("id").asLong();
        List<Map<String, Object>> lines = new ArrayList<>();
        for (String role : roles) {
            lines.add(Map.of("role", role, "company", company));
        }
        long user = admin.post("/platform/users", Map.of("login", login, "name", "Lena Fuchs", "locale", "en", "roles", lines))
                .expect(201).id();
        admin.post("/platform/users/" + user + "/setPassword", Map.of("password", Instance.ADMIN_PASSWORD)).expect(200);
        return Demo.desk("en", "light", width).signedIn(login, Instance.ADMIN_PASSWORD);
    }

    @Test
    void figuresOfOnesOwnAreMadeOnScreenAndLeadToTheirRecords() {
        Api admin = Demo.admin();
        try (Desk desk = lena(1440, "platform.user", "insight.user", "sales.manager", "masters.viewer")) {
            Page page = desk.open("/app/dashboards").page();
            page.locator(".dash-figure").first().waitFor();
            menu(page, "New dashboard");
            page.locator("dialog input").fill("Lena's page");
            desk.agree("OK");

            tile(page, "Products named " + MARK, "masters.product");
            Locator conditions = page.locator("dialog button[aria-haspopup=dialog]");
            conditions.click();
            page.locator(".filter-form select").first().selectOption("name");
            page.locator(".filter-form input").fill(MARK);
            page.locator(".filter-form button[type=submit]").click();
            assertThat(page.locator("dialog .dash-figure")).hasText(Pattern.compile(": 0$"));
            desk.agree("OK");
            desk.button("Add tile").click();
            tile(page, "Orders", "sales.order");
            page.locator(".dash-kinds button").nth(1).click();
            page.locator("dialog .chart-box svg").waitFor();
            desk.agree("OK");
            page.locator(".dash-grip").nth(1).focus();
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator(".dash-bar h2").first()).hasText("Orders");
            desk.button("Change Products named " + MARK).click();
            Locator chip = page.locator("dialog .chip .what");
            chip.click();
            assertThat(page.locator(".filter-form input")).hasValue(MARK);
            page.locator(".filter-form button[type=submit]").click();
            assertThat(chip).hasText(Pattern.compile(MARK));
            desk.agree("OK");
            desk.button("Save").click();
            page.locator(".dash-grip").first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            desk.picture("dashboard-own");

            assertThat(page.locator(".dash-figure")).hasText(Pattern.compile(": 0$"));
            admin.post("/masters/products", Map.of("code", MARK, "name", "Part " + MARK, "unit", "EA")).expect(201);
            assertThat(page.locator(".dash-figure")).hasText(Pattern.compile(": 1$"));
            page.locator(".dash-figure").click();
            page.waitForURL(Pattern.compile("/app/r/masters\\.product\\?"));
            assertThat(page.locator(".tbody .tr")).hasCount(1);
            page.goBack();

            menu(page, "Make it my start page");
            assertThat(page.locator(".dash-start")).isVisible();
            desk.open("/app/").page().locator(".dash-figure").waitFor();
            assertThat(page.locator("h1")).hasText("Lena's page");
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void aShippedOneIsCopiedAndSharedAndOthersSeeTheirOwnFigures() {
        try (Desk desk = lena(1440, "platform.user", "insight.user", "sales.manager")) {
            Page page = desk.open("/app/dashboards/sales.overview").page();
            page.locator(".dash-figure").first().waitFor();
            menu(page, "Copy to my own");
            page.locator("dialog input").fill("Sales " + MARK);
            desk.agree("OK");
            page.locator(".dash-grip").first().waitFor();
            page.locator("[data-tile] [aria-label^=Remove]").last().click();
            desk.button("Save").click();
            page.locator(".dash-grip").first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            menu(page, "Share");
            page.getByLabel("With everybody in the company").check();
            desk.agree("Save");
            String address = page.url().replaceFirst("^https?://[^/]+", "");
            try (Desk other = lena(390, "platform.user", "inventory.worker")) {
                other.open(address).page().locator(".empty").waitFor();
                assertThat(other.page().locator(".empty")).containsText("Nothing here for you");
                assertThat(other.page().locator("body")).not().containsText("¥");
            }
        }
    }

    @Test
    void aChartsPartIsReachedByKeysAsWell() {
        try (Desk desk = Demo.desk("en", "light", 1440).signedIn()) {
            Page page = desk.open("/app/dashboards/sales.overview").page();
            page.locator(".chart-box svg").first().waitFor();
            page.locator(".figures a").first().focus();
            assertThat(page.locator(".figures:focus-within")).isVisible();
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile("/app/r/sales\\.order\\?filter="));
            page.locator(".tbody .td b").first().waitFor();
        }
    }

    @Test
    void theDashboardIsLight() {
        try (Desk desk = Demo.desk("zh", "light", 1440).signedIn()) {
            List<Response> answers = new ArrayList<>();
            desk.page().onResponse(answers::add);
            desk.open("/app/dashboards/sales.overview").page().locator(".chart-box svg").first().waitFor();
            desk.page().waitForTimeout(400);
            long bytes = answers.stream().filter(r -> !r.url().endsWith("/events"))
                    .mapToLong(r -> r.request().sizes().responseBodySize).sum();
            Figures.add("dashboard, all it loads", "kB", bytes / 1000.0, MOST_BYTES / 1000.0);
            assertThat(bytes).isLessThanOrEqualTo(MOST_BYTES);
        }
    }

    private static void tile(Page page, String title, String model) {
        page.locator("dialog select").first().waitFor();
        page.locator("dialog select").first().selectOption(model);
        page.locator("dialog input").first().fill(title);
    }

    private static void menu(Page page, String item) {
        page.locator(".page-head button[aria-haspopup=menu]").last().click();
        page.locator(".menu-item", new Page.LocatorOptions().setHasText(item)).click();
    }
}
