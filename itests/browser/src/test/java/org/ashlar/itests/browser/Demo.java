package org.ashlar.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Instance;

/**
 * The built distribution with its demo company and one browser, shared by all stories of a JVM: started when the first
 * needs it, ended with the JVM. With {@code -Dashlar.address} a suite that runs already is used instead. Stories make the
 * users and records that they change, so that none depends on what another leaves behind. Thread-safe.
 */
final class Demo {
    private static String address;
    private static Instance suite;
    private static Chromium chromium;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    }

    private Demo() {
    }

    /** Where the suite answers, such as {@code http://127.0.0.1:18001}. */
    static synchronized String address() {
        if (address == null) {
            address = System.getProperty("ashlar.address");
        }
        if (address == null) {
            suite = Instance.unpack("browser", Map.of("ASHLAR_DEMO", "true", "ASHLAR_ADMIN_PASSWORD", ""));
            suite.start();
            setUp();
            address = suite.address();
        }
        return address;
    }

    /** The administrator comes by the link, as on a newcomer's machine: the people of the demo company bring no password. */
    private static void setUp() {
        try {
            Api nobody = Api.at(suite.address() + "/api/v1");
            assertThat(nobody.get("/setup").expect(200).json().path("needed").asBoolean()).isTrue();
            String link = Files.readString(suite.home().resolve("data/setup-link")).trim();
            nobody.post("/setup", Map.of("token", link.substring(link.indexOf("token=") + 6), "login", "admin", "name", "Administrator",
                    "password", Instance.ADMIN_PASSWORD)).expect(201);
            assertThat(nobody.get("/setup").expect(200).json().path("needed").asBoolean()).isFalse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shared suite, for its console and log; with an address given, {@code -Dashlar.home} says where it is unpacked. */
    static synchronized Instance suite() {
        if (suite == null && System.getProperty("ashlar.home") != null) {
            suite = Instance.running(Path.of(System.getProperty("ashlar.home")), URI.create(address()).getPort());
        }
        address();
        return suite;
    }

    /** A new window: own session, language ({@code zh}, {@code en}), theme ({@code light}, {@code dark}) and width in px. */
    static Desk desk(String language, String theme, int width) {
        return desk(language, theme, width, false);
    }

    /** The same; {@code worker}: with the service worker, which others do without because it fetches beside them. */
    static synchronized Desk desk(String language, String theme, int width, boolean worker) {
        if (chromium == null) {
            chromium = new Chromium();
        }
        return new Desk(chromium.browser(), address(), language, theme, width, worker);
    }

    /** The REST interface as a user of the demo company, in English. */
    static Api api(String login, String password) {
        Api nobody = Api.at(address() + "/api/v1");
        Answer in = nobody.post("/session", Map.of("login", login, "password", password)).expect(200);
        String cookie = in.header("Set-Cookie").split(";", 2)[0];
        return nobody.with("Cookie", cookie).with("X-Ashlar-CSRF", in.json().path("csrf").asText());
    }

    /** The REST interface as the administrator. */
    static Api admin() {
        return api("admin", Instance.ADMIN_PASSWORD);
    }
}
