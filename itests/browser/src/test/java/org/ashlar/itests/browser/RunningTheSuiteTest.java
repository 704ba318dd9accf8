package org.ashlar.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Waiting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps an installation alive, done on screen: backups tried and taken away, modules upgraded and purged, tokens, given passwords. */
class RunningTheSuiteTest {
    private static final int DESK = 1440;
    private static final double LONG = 240_000;
    private static final String PASSWORD = "kolibri-tanzt-neun";
    private static final String OTHER = "amsel-singt-zehn-mal";

    @Test
    void aBackupIsTriedTakenAwayAndThePlanIsChanged() {
        try (Desk admin = Demo.desk("en", "light", DESK).signedIn()) {
            Page page = admin.open("/app/admin/backups").page();
            Locator keep = page.getByLabel("Backups to keep");
            keep.fill("999");
            admin.button("Save").click();
            assertThat(page.locator(".bak-plan .field-error")).containsText("0 to 365");
            keep.fill("9");
            admin.button("Save").click();
            assertThat(page.locator(".toasts")).containsText("Saved");
            page.reload();
            assertThat(page.getByLabel("Backups to keep")).hasValue("9");

            admin.button("Make a backup").click();
            Locator row = page.locator(".adm-table tbody tr").first();
            assertThat(page.locator(".toasts")).containsText("Backup made", soon());
            row.getByRole(AriaRole.BUTTON, named("Verify by restoring")).click();
            assertThat(row.locator(".badge").last()).containsText("Restore verified", soon());
            Download taken = page.waitForDownload(() -> choose(page, row, "Download"));
            assertThat(taken.suggestedFilename()).startsWith("ashlar-").endsWith(".zip");
            choose(page, row, "Show the figures");
            assertThat(page.locator("dialog")).containsText("Trial balance");
            admin.picture("backup-restored");
            admin.agree("Done");
            assertThat(admin.violations()).isEmpty();
            assertThat(admin.complaints()).isEmpty();
        }
    }

    @Test
    void aTokenIsMadeAndRevokedInTheProfile() {
        String name = "till " + Long.toString(System.nanoTime(), 36);
        try (Desk admin = Demo.desk("en", "light", DESK).signedIn()) {
            Page page = admin.open("/app/profile").page();
            admin.button("New token").click();
            page.locator("dialog").getByLabel("What for").fill(name);
            admin.agree("Create");
            Locator secret = page.locator("dialog .adm-secret input");
            secret.waitFor();
            Api program = Api.at(Demo.address() + "/api/v1").token(secret.inputValue());
            program.get("/session").expect(200);
            admin.agree("Done");
            admin.button("Revoke " + name).click();
            admin.agree("Revoke");
            assertThat(page.locator(".toasts")).containsText("Revoked");
            assertThat(page.getByText(name)).isHidden();
            program.get("/masters/parties?limit=1").expect(401);
            assertThat(admin.complaints()).isEmpty();
        }
    }

    @Test
    void aGivenPasswordIsChangedAtTheSignIn() {
        String login = "given" + Long.toString(System.nanoTime(), 36);
        Api rest = Demo.admin();
        long user = rest.post("/platform/users", Map.of("login", login, "name", "新人", "locale", "en")).expect(201).json().path("id").asLong();
        rest.post("/platform/users/" + user + "/setPassword", Map.of("password", PASSWORD, "mustChange", true)).expect(200);
        try (Desk desk = Demo.desk("en", "light", DESK)) {
            Page page = desk.open("/app/").page();
            page.getByLabel("Login").fill(login);
            page.locator("#sign-password").fill(PASSWORD);
            desk.button("Sign in").click();
            Locator next = page.getByLabel("New password");
            next.fill(OTHER);
            page.locator("input[type=password]").last().fill(OTHER);
            page.locator("form button[type=submit]").click();
            assertThat(page.locator(".sidebar")).isVisible();
            Api.at(Demo.address() + "/api/v1").post("/session", Map.of("login", login, "password", PASSWORD)).expect(401);
            desk.complaints().removeIf(c -> c.contains("401"));
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void anExtensionIsRehearsedUpgradedGoneBackFromRemovedAndPurged(@TempDir Path folder) throws IOException {
        Path newer = newer(Extensions.sample(), folder.resolve("newer.jar"));
        try (Desk admin = Demo.desk("en", "light", DESK).signedIn()) {
            Page page = admin.open("/app/apps").page();
            upload(admin, Extensions.sample(), "Install");
            Locator card = page.locator("[data-module=acme-carrier]");
            card.waitFor();
            page.locator("input[type=file]").setInputFiles(newer);
            upgrade(admin);
            goBack(admin);
            admin.open("/app/apps");
            assertThat(card).containsText("acme-carrier 1.");
            step(page, card, "Remove");
            admin.agree("Remove");
            closed(page);
            assertThat(card).containsText("Not ", soon());
            step(page, card, "Delete data");
            assertThat(page.locator("dialog")).containsText("acme_carrier_carrier");
            page.locator("dialog input").fill("acme-carrier");
            admin.agree("Delete data");
            closed(page);
            assertThat(card).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(LONG));
        }
    }

    @Test
    void oneInQuarantineIsTriedAgain(@TempDir Path folder) throws IOException {
        Extensions.install(Extensions.of("resting", "export default () => {};", folder));
        Path quarantine = Demo.suite().home().resolve("data/quarantine");
        Files.createDirectories(quarantine);
        Files.writeString(quarantine.resolve("resting.reason"), "It held the start up.");
        try (Desk admin = Demo.desk("en", "light", DESK).signedIn()) {
            Page page = admin.open("/app/apps").page();
            Locator row = page.locator(".adm-table tr", new Page.LocatorOptions().setHasText("resting"));
            assertThat(row).containsText("In quarantine");
            assertThat(row).containsText("It held the start up.");
            row.getByRole(AriaRole.BUTTON, named("Try again")).click();
            assertThat(page.locator(".toasts")).containsText("It is tried again", soon());
            assertThat(row).containsText("Active");
        } finally {
            Files.deleteIfExists(quarantine.resolve("resting.reason"));
            Extensions.remove("resting");
        }
    }

    @Test
    void aDeadWebhookCallIsSentAgain() {
        Api rest = Demo.admin();
        String code = "dead" + Long.toString(System.nanoTime(), 36);
        JsonNode setting = rest.post("/platform/settings", Map.of("name", "webhook.attempts", "content", "1")).expect(201).json();
        long hook = rest.post("/platform/webhooks", "{'code':'" + code + "','name':'" + code + "','url':'https://127.0.0.1:1/in','events':["
                + "{'model':'masters.party'}]}").expect(201).id();
        try (Desk admin = Demo.desk("en", "light", DESK).signedIn()) {
            rest.post("/masters/parties", Map.of("name", "Heard of " + code)).expect(201);
            Waiting.until("the call is given up", Duration.ofMinutes(2), () -> rest.get("/platform/webhook-deliveries?filter=webhook==" + hook
                    + ";state==DEAD").expect(200).json().path("rows").size() == 1);
            Page page = admin.open("/app/admin/deliveries").page();
            Locator row = page.locator(".adm-table tr", new Page.LocatorOptions().setHasText(code)).last();
            row.getByRole(AriaRole.BUTTON, named("Send again")).click();
            assertThat(page.locator(".toasts")).containsText("It is sent again");
            assertThat(admin.complaints()).isEmpty();
        } finally {
            rest.delete("/platform/settings/" + setting.path("id").asLong(), setting.path("version").asLong());
            JsonNode now = rest.get("/platform/webhooks/" + hook).expect(200).json();
            rest.patch("/platform/webhooks/" + hook, now.path("version").asLong(), "{'active':false}");
        }
    }

    /** Tried on a copy first: without that, only who says so goes on. */
    private static void upgrade(Desk admin) {
        Page page = admin.page();
        Locator go = page.locator(".upg-step").last().getByRole(AriaRole.BUTTON);
        page.getByLabel("Take it although nobody has signed it. I trust where it comes from.").check();
        assertThat(go).hasText("Upgrade to 9.9.9 all the same");
        assertThat(go).isDisabled();
        admin.button("Rehearse on a copy").click();
        assertThat(page.locator(".upg-step .notice.good")).containsText("figures are the same on the copy", soon());
        assertThat(page.locator("details").filter(new Locator.FilterOptions().setHasText("Reports"))).containsText("Trial balance");
        admin.picture("upgrade-rehearsed");
        assertThat(admin.violations()).isEmpty();
        admin.button("Upgrade to 9.9.9").click();
        assertThat(page.locator(".adm-table tbody tr").first()).containsText("In service", soon());
        assertThat(admin.violations()).isEmpty();
    }

    private static void goBack(Desk admin) {
        Page page = admin.page();
        Locator row = page.locator(".adm-table tbody tr").first();
        row.getByRole(AriaRole.BUTTON, named("Go back")).click();
        assertThat(page.locator("dialog")).containsText("changed no tables");
        assertThat(page.locator("dialog").getByRole(AriaRole.BUTTON, named("Go back"))).isDisabled();
        page.locator("dialog input").fill("acme-carrier");
        assertThat(admin.violations()).isEmpty();
        admin.agree("Go back");
        closed(page);
        assertThat(row).containsText("Gone back");
        assertThat(admin.complaints()).isEmpty();
    }

    private static void upload(Desk admin, Path jar, String step) {
        Page page = admin.page();
        page.locator("input[type=file]").setInputFiles(jar);
        Locator plan = page.locator("dialog");
        assertThat(plan).containsText("This is a dry run", soon());
        assertThat(plan).containsText("acme-carrier");
        plan.locator("input[type=checkbox]").check();
        admin.picture("plan-jar-" + step.toLowerCase(java.util.Locale.ROOT));
        admin.agree(step);
        closed(page);
    }

    private static void closed(Page page) {
        assertThat(page.locator("dialog")).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(LONG));
    }

    private static void step(Page page, Locator card, String step) {
        card.locator("button[aria-haspopup=menu]").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(step).setExact(true)).click();
    }

    private static void choose(Page page, Locator row, String what) {
        row.locator("button[aria-haspopup=menu]").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(what).setExact(true)).click();
    }

    private static LocatorAssertions.ContainsTextOptions soon() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(LONG);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    /** The same bundle under a later version. */
    private static Path newer(Path jar, Path target) throws IOException {
        try (JarFile old = new JarFile(jar.toFile())) {
            Manifest manifest = old.getManifest();
            manifest.getMainAttributes().putValue("Bundle-Version", "9.9.9");
            manifest.getEntries().clear();
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(target), manifest)) {
                for (ZipEntry entry : old.stream().filter(e -> !e.getName().startsWith("META-INF/MANIFEST")
                        && !e.getName().matches("META-INF/[^/]+\\.(SF|RSA|EC|DSA)")).toList()) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    try (InputStream in = old.getInputStream(entry)) {
                        in.transferTo(out);
                    }
                }
            }
        }
        return target;
    }
}
