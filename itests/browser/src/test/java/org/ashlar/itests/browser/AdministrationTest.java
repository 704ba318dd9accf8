package org.ashlar.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ashlar.itests.support.Api;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What administrators do on screen, and what others see of it. */
class AdministrationTest {
    private static final int DESK = 1440;
    private static final String PASSWORD = "kolibri-tanzt-neun";
    private static final double SECOND = 1_000;
    private static final double LONG = 60_000;

    /** Whatever happened, the next story finds the suite whole. */
    @AfterEach
    void whole() {
        Api admin = Demo.admin();
        for (JsonNode module : admin.get("/operations/modules").expect(200).json()) {
            if ("crm".equals(module.path("id").asText()) && !"ACTIVE".equals(module.path("state").asText())) {
                admin.post("/operations/modules/crm/" + (module.path("steps").toString().contains("enable") ? "enable" : "install"),
                        "{}").expect(200);
            }
        }
    }

    @Test
    void anAppGoesAndComesInOpenPagesAndNothingTypedIsLost() {
        try (Desk admin = Demo.desk("en", "light", DESK).signedIn(); Desk other = Demo.desk("zh", "light", DESK).signedIn()) {
            Page form = other.open("/app/r/masters.party/new").page();
            form.locator("#field-name").fill("打字中的客户");
            Locator menu = form.locator(".nav a[href='/app/r/crm.lead']");
            menu.waitFor();

            Page apps = admin.open("/app/apps").page();
            step(apps, "Remove");
            Locator plan = apps.locator("dialog");
            shows(plan, "This is a dry run");
            assertThat(plan).containsText("crm.lead");
            admin.picture("plan-remove");
            admin.agree("Cancel");
            assertThat(menu).isVisible();

            step(apps, "Remove");
            shows(plan, "crm.lead");
            admin.agree("Remove");
            assertThat(plan).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(LONG));
            assertThat(menu).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(SECOND * Figures.patience()));
            assertThat(form.locator("#field-name")).hasValue("打字中的客户");

            Locator card = apps.locator("[data-module=crm]");
            shows(card, "Not ");
            card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Install").setExact(true)).click();
            shows(plan, "org.ashlar.crm");
            assertThat(plan).containsText("crm.lead");
            admin.picture("plan-install");
            admin.agree("Install");
            assertThat(plan).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(LONG));
            long answered = System.nanoTime();
            assertThat(menu).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SECOND * Figures.patience()));
            Figures.judge("menu after install (screen's answer to menu)", "s", (System.nanoTime() - answered) / 1e9, 1.0);
            assertThat(form.locator("#field-name")).hasValue("打字中的客户");
            assertThat(admin.complaints()).isEmpty();
            assertThat(other.complaints()).isEmpty();
        }
    }

    @Test
    void aRoleIsChangedOnScreenAndItsHolderSeesTheEffect() {
        String code = "test.r" + Long.toString(System.nanoTime(), 36);
        try (Desk admin = Demo.desk("en", "light", DESK).signedIn(); Desk holder = Demo.desk("en", "light", DESK)) {
            Page page = admin.open("/app/admin/roles").page();
            admin.button("New").click();
            page.locator("dialog input").first().fill("Reads orders " + code);
            admin.agree("Create");
            assertThat(page.locator("dialog .field-error").first()).isVisible();
            page.locator("dialog input").nth(1).fill(code);
            admin.agree("Create");
            page.waitForURL(Pattern.compile("admin/roles/" + Pattern.quote(code) + "$"));

            Api rest = Demo.admin();
            long user = rest.post("/platform/users", Map.of("login", code, "name", "持有人", "locale", "en",
                    "roles", List.of(Map.of("role", code)))).expect(201).json().path("id").asLong();
            rest.post("/platform/users/" + user + "/setPassword", Map.of("password", PASSWORD)).expect(200);
            holder.signedIn(code, PASSWORD).open("/app/");
            Locator sales = holder.page().locator(".nav a[href='/app/r/sales.order']");
            holder.page().locator(".me").waitFor();
            assertThat(sales).isHidden();
            assertThat(holder.page().locator(".nav a[href='/app/admin']")).isHidden();

            page.getByLabel("Find records…").fill("sales.order");
            page.getByLabel("Sales order: Read", new Page.GetByLabelOptions().setExact(true)).check();
            admin.button("Save").click();
            said(page, "Saved");
            admin.picture("role");
            holder.page().reload();
            assertThat(sales).isVisible();

            page.navigate(Demo.address() + "/app/r/platform.user/" + user + "?tab=rights");
            page.locator(".adm-table", new Page.LocatorOptions().setHasText("Sales order")).waitFor();
            assertThat(page.locator("main")).containsText("given directly");
            admin.picture("effective-rights");
            page.getByRole(AriaRole.TAB).first().click();
            page.getByLabel("End the session", new Page.GetByLabelOptions().setExact(false)).first().click();
            said(page, "session ended");
            holder.page().reload();
            holder.page().locator("#sign-password").waitFor();
            assertThat(admin.complaints()).isEmpty();
        }
    }

    @Test
    void aBackupIsMadeAndCheckedOnScreen() {
        try (Desk admin = Demo.desk("zh", "light", DESK).signedIn()) {
            Page page = admin.open("/app/admin/backups").page();
            admin.button("立即备份").click();
            Locator first = page.locator(".adm-table tbody tr").first();
            first.waitFor(new Locator.WaitForOptions().setTimeout(LONG));
            first.locator("button[aria-haspopup=menu]").click();
            page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("校验").setExact(true)).click();
            shows(page.locator(".notice.good"), "完好");
            admin.picture("backups");
            page.navigate(Demo.address() + "/app/admin/jobs");
            shows(page.locator(".adm-table tbody tr").first(), "已完成");
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("定时任务")).click();
            page.locator(".adm-table tbody tr").first().waitFor();
            page.keyboard().press("Control+k");
            page.keyboard().type("系统体检");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile("/admin/health$"));
            page.locator(".adm-findings li").first().waitFor();
            assertThat(admin.complaints()).isEmpty();
        }
    }

    /** Opens the dry run of a step for CRM. */
    private static void step(Page apps, String step) {
        apps.locator("[data-module=crm] button[aria-haspopup=menu]").click();
        apps.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(step).setExact(true)).click();
    }

    private static void said(Page page, String text) {
        shows(page.locator(".toasts"), text);
    }

    private static void shows(Locator place, String text) {
        assertThat(place).containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(LONG));
    }
}
