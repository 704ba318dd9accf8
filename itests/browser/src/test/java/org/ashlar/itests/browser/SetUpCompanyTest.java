package org.ashlar.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ashlar.itests.support.Instance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody unpacks the suite and sets up the company: begun on a phone in Chinese, finished at a desk in English. */
class SetUpCompanyTest {
    private static final String PASSWORD = "kolibri-tanzt-neun";
    private static Instance suite;
    private static Chromium chromium;
    private final List<String> found = new ArrayList<>();

    @BeforeAll
    static void start() {
        suite = Instance.unpack("set-up", Map.of("ASHLAR_DEMO", "false", "ASHLAR_ADMIN_PASSWORD", ""));
        chromium = new Chromium();
        suite.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        suite.kill();
    }

    @Test
    void aCompanyIsSetUpLeftAndFinished() throws IOException {
        String link = Files.readString(suite.home().resolve("data/setup-link")).trim();
        try (Desk phone = desk("zh", "light", 390)) {
            administratorAndCompany(phone, link.substring(link.indexOf("/setup?")));
        }
        String invitation;
        try (Desk desk = desk("en", "dark", 1440)) {
            desk.signedIn("chef", PASSWORD);
            invitation = theRest(desk);
        }
        try (Desk guest = desk("en", "light", 1440)) {
            welcome(guest, invitation);
        }
        assertThat(found).isEmpty();
    }

    private void administratorAndCompany(Desk phone, String link) {
        Page page = phone.open(link).page();
        page.locator("[name=login]").fill("Not A Login");
        page.locator("[name=password]").fill("short");
        page.locator("[name=repeat]").fill("else");
        phone.button("下一步").click();
        assertThat(beside(page, "login")).containsText("小写字母");
        assertThat(beside(page, "password")).isVisible();
        assertThat(beside(page, "repeat")).isVisible();
        look(phone, "administrator");
        page.locator("[name=login]").fill("chef");
        page.locator("[name=name]").fill("陈峰");
        page.locator("[name=password]").fill("1234567890");
        page.locator("[name=repeat]").fill("1234567890");
        phone.button("下一步").click();

        phone.button("创建并开始").click();
        assertThat(beside(page, "companyName")).isVisible();
        page.locator("[name=companyName]").fill("雅石贸易有限公司");
        page.locator("[name=country]").selectOption("DE");
        assertThat(page.locator("[name=currency]")).hasValue("EUR");
        page.locator("[name=country]").selectOption("CN");
        assertThat(page.locator("[name=currency]")).hasValue("CNY");
        assertThat(page.locator("[name=chart]")).hasValue("cn");
        look(phone, "company");
        phone.button("创建并开始").click();

        // What only the server knows stands beside its field as well, and nothing typed is lost.
        assertThat(beside(page, "password")).isVisible();
        page.locator("[name=password]").fill(PASSWORD);
        page.locator("[name=repeat]").fill(PASSWORD);
        phone.button("下一步").click();
        assertThat(page.locator("[name=companyName]")).hasValue("雅石贸易有限公司");
        phone.button("创建并开始").click();

        page.locator("main").getByText("您要使用哪些应用").waitFor();
        page.locator(".setup-app", new Page.LocatorOptions().setHasText("采购")).first().waitFor();
        look(phone, "apps");
        phone.button("下一步").click();
        page.locator("form[aria-label='添加人员']").waitFor();
        look(phone, "people");
    }

    /** It was left at the people; at the desk it goes on there. Answers the link for the first colleague. */
    private String theRest(Desk desk) {
        Page page = desk.open("/app/setup").page();
        page.locator("form[aria-label='Add a person']").waitFor();
        page.locator("[name=name]").fill("Li Na");
        page.locator("[name=login]").fill("li na");
        desk.button("Add").click();
        assertThat(beside(page, "login")).isVisible();
        assertThat(beside(page, "role")).isVisible();
        page.locator("[name=login]").fill("lina");
        page.locator("[name=role]").selectOption("sales.user");
        desk.button("Add").click();
        Locator secret = page.locator("input[aria-label='Set-up link of Li Na']");
        assertThat(secret).hasValue(Pattern.compile(".*/app/welcome#.{43}"));
        String invitation = secret.inputValue();
        look(desk, "people-added");
        desk.button("Continue").click();
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(Pattern.compile("^Import"))).check();
        assertThat(page.locator("main a[href*='masters.party']")).isVisible();
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(Pattern.compile("^Empty"))).check();
        look(desk, "data");
        desk.button("Continue").click();
        assertThat(page.locator("main")).containsText("All set");
        look(desk, "done");
        desk.button("Start working").click();
        assertThat(page.locator(".brand")).containsText("雅石贸易有限公司");
        return invitation.substring(invitation.indexOf("/app/"));
    }

    private void welcome(Desk guest, String invitation) {
        Page page = guest.open(invitation).page();
        assertThat(page.locator("h1")).hasText("Welcome, Li Na");
        assertThat(page.url()).doesNotContain("#");
        page.locator("[name=password]").fill("short");
        guest.button("Save and sign in").click();
        assertThat(beside(page, "password")).isVisible();
        look(guest, "welcome");
        page.locator("[name=password]").fill(PASSWORD);
        page.locator("[name=repeat]").fill(PASSWORD);
        guest.button("Save and sign in").click();
        assertThat(page.locator(".me")).containsText("Li Na");
        assertThat(page.locator(".nav")).not().containsText("Administration");
        guest.open(invitation);
        assertThat(page.locator("[role=alert]")).containsText("Ask your administrator");
    }

    private static Locator beside(Page page, String field) {
        return page.locator(".labelled:has([name=" + field + "]) .field-error");
    }

    private void look(Desk desk, String name) {
        List<String> violations = desk.violations();
        desk.picture("set-up-" + name);
        violations.forEach(v -> found.add(name + ": " + v));
        Object wide = desk.page().evaluate("document.documentElement.scrollWidth > innerWidth");
        if (Boolean.TRUE.equals(wide)) {
            found.add(name + ": wider than the window");
        }
        found.addAll(desk.complaints());
        desk.complaints().clear();
    }

    private static Desk desk(String language, String theme, int width) {
        return new Desk(chromium.browser(), suite.address(), language, theme, width);
    }
}
