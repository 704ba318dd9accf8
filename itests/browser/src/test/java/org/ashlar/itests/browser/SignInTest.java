package org.ashlar.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Authenticator;
import org.junit.jupiter.api.Test;

/** Signing in: with a second step that the user sets up himself, with a provider, and not at all after too many mistakes. */
class SignInTest {
    private static final String PASSWORD = "long-enough-secret";
    private static final int DESK = 1440;
    private static final int PHONE = 390;
    private static final int MOST_ATTEMPTS = 30;

    private final int mark = ThreadLocalRandom.current().nextInt(1_000_000);

    private String user(String name) {
        String login = name + mark;
        long id = Demo.admin().post("/platform/users", Map.of("login", login, "name", "Person " + name, "active", true,
                "roles", List.of(Map.of("role", "platform.user")))).expect(201).id();
        Demo.admin().post("/platform/users/" + id + "/setPassword", Map.of("password", PASSWORD)).expect(200);
        return login;
    }

    private static void signIn(Desk desk, String login, String password) {
        desk.page().getByLabel("Login").fill(login);
        desk.page().locator("#sign-password").fill(password);
        desk.button("Sign in").click();
    }

    @Test
    void aSecondStepIsSetUpInTheProfileAndAskedAtTheNextSignIn() {
        String login = user("totp");
        try (Desk desk = Demo.desk("en", "light", DESK)) {
            Page page = desk.open("/app/profile").page();
            signIn(desk, login, PASSWORD);
            desk.button("Set up").click();
            Locator dialog = page.locator("dialog");
            dialog.getByLabel("Password").fill(PASSWORD);
            desk.agree("Continue");
            assertThat(dialog.locator("img.qr")).isVisible();
            String secret = dialog.getByLabel("Or type this secret").inputValue();
            desk.picture("totp-set-up");
            dialog.getByLabel("Code").fill("000000");
            desk.agree("Continue");
            assertThat(dialog.getByRole(AriaRole.ALERT)).isVisible();
            dialog.getByLabel("Code").fill(Authenticator.code(secret, 0));
            desk.agree("Continue");
            assertThat(dialog.locator(".codes")).isVisible();
            String recovery = dialog.locator(".codes").innerText().split("\\R")[0].trim();
            desk.agree("Done");
            desk.button("Sign out").first().click();

            signIn(desk, login, PASSWORD);
            page.locator("input[name=code]").fill(Authenticator.code(secret, 1));
            desk.button("Sign in").click();
            assertThat(page.locator(".sidebar")).isVisible();
            desk.open("/app/profile");
            desk.button("Sign out").first().click();
            signIn(desk, login, PASSWORD);
            page.getByText("Use a recovery code").click();
            page.locator("input[name=code]").fill(recovery);
            desk.button("Sign in").click();
            assertThat(page.locator(".sidebar")).isVisible();
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void aProviderStandsOnTheSignInPageAndBringsBack() throws Exception {
        String code = "corp" + mark;
        Api admin = Demo.admin();
        try (PersonAtProvider provider = new PersonAtProvider("oda" + mark)) {
            long id = admin.post("/platform/identity-providers", Map.of("code", code, "title", "Corp " + mark, "issuer", provider.issuer(),
                    "clientId", PersonAtProvider.CLIENT, "autoCreate", true, "role", "platform.user", "allowedDomains", "example.org"))
                    .expect(201).id();
            admin.post("/platform/identity-providers/" + id + "/setSecret", Map.of("secret", PersonAtProvider.SECRET)).expect(200);
            try (Desk desk = Demo.desk("en", "dark", PHONE)) {
                Page page = desk.open("/app/").page();
                assertThat(page.getByText("System status")).isVisible();
                desk.picture("sign-in-provider");
                page.getByText("Sign in with Corp " + mark).click();
                assertThat(page.locator(".bottom-bar")).isVisible();
                desk.open("/app/profile");
                assertThat(page.getByText("oda" + mark + "@example.org")).isVisible();
                assertThat(desk.complaints()).isEmpty();
            } finally {
                long version = admin.get("/platform/identity-providers/" + id).expect(200).json().path("version").asLong();
                admin.delete("/platform/identity-providers/" + id, version);
            }
        }
    }

    @Test
    void tooManyMistakesAreToldInWords() {
        String login = user("locked");
        try (Desk desk = Demo.desk("en", "light", DESK)) {
            Page page = desk.open("/app/").page();
            Locator alert = page.locator("form .notice");
            for (int i = 0; i < MOST_ATTEMPTS; i++) {
                page.waitForResponse(r -> r.url().endsWith("/api/v1/session"), () -> signIn(desk, login, "wrong-" + mark));
                assertThat(desk.button("Sign in")).isEnabled();
                if (alert.innerText().contains("minutes")) {
                    break;
                }
            }
            assertThat(alert).containsText(Pattern.compile("locked .*minutes|minutes"));
            desk.picture("sign-in-locked");
            signIn(desk, login, PASSWORD);
            assertThat(alert).containsText("minutes");
        }
    }

    /** An answer asked for before the application was there may be another person's or another company's by the time it is used. */
    @Test
    void whatIsAskedForEarlyServesTheStartAlone() {
        try (Desk desk = Demo.desk("en", "light", 1440).signedIn()) {
            Page page = desk.open("/app/r/masters.party").page();
            page.locator(".tbody .td b").first().waitFor();
            assertThat(page.evaluate("Object.keys(ashlarEarly.answers).length")).as("all were used").isEqualTo(0);
            assertThat((String) page.evaluate("""
                    async () => {
                      const { api } = await import('@ashlar/sdk');
                      const path = '/meta/masters.party';
                      const early = () => { ashlarEarly.answers[path] = Promise.resolve(new Response('{"title":"early"}', { headers: { 'Content-Type': 'application/json' } })); };
                      const asked = async () => (await api.get(path)).title === 'early' ? 'early' : 'asked';
                      const seen = [];
                      ashlarEarly.until = performance.now() + 60000;
                      early(); seen.push(await asked(), await asked());
                      early(); await api.post('/session/company', { company: '0' }).catch(() => 0); seen.push(await asked());
                      early(); ashlarEarly.language = 'fr'; seen.push(await asked()); ashlarEarly.language = document.documentElement.lang;
                      early(); ashlarEarly.until = 0; seen.push(await asked());
                      return seen.join(' ');
                    }""")).isEqualTo("early asked asked asked asked");
        }
    }
}
