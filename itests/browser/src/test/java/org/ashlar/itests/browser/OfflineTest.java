package org.ashlar.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ashlar.itests.support.Api;
import org.junit.jupiter.api.Test;

/** The interface without a network: it starts, says so, and what is noted down is sent once when the network is back. */
class OfflineTest {
    private static final int SECONDS = 60;
    private final Api api = Demo.admin();

    @Test
    void visitsAreNotedOfflineAndSentOnce() {
        String said = "Offline note " + System.nanoTime();
        try (Desk desk = Demo.desk("en", "light", 390, true).signedIn()) {
            Page page = desk.open("/app/offline").page();
            page.locator("#offline-who").waitFor();
            taken(page);
            page.waitForTimeout(500);
            desk.network(false);
            note(page, said);
            assertThat(page.locator(".offline-entry").first()).hasAttribute("data-state", "waiting");
            desk.picture("offline-log-en-light-390");
            assertThat(desk.violations()).isEmpty();

            page.navigate(Demo.address() + "/app/r/sales.order");
            assertThat(page.locator("body")).containsText("1 waits");
            note(page, said + " again");
            assertThat(page.locator("body")).containsText("2 wait");
            desk.picture("offline-start-en-light-390");
            assertThat(desk.violations()).isEmpty();

            desk.network(true);
            page.locator(".app").waitFor();
            page.navigate(Demo.address() + "/app/offline");
            assertThat(page.locator(".offline-entry[data-state=sent]")).hasCount(2);
            page.reload();
            page.locator(".offline-entry").first().waitFor();
            assertThat(visits(said)).isEqualTo(2);
        }
    }

    @Test
    void signingOutAsksBeforeItDropsWhatWaits() {
        try (Desk desk = Demo.desk("zh", "dark", 1440).signedIn()) {
            Page page = desk.open("/app/offline").page();
            page.locator("#offline-who").waitFor();
            page.waitForTimeout(500);
            page.route("**/api/v1/crm/visits", route -> route.abort());
            note(page, "未发送的记录");
            page.locator(".offline-entry[data-state=waiting]").waitFor();
            desk.picture("offline-log-zh-dark-1440");
            assertThat(desk.violations()).isEmpty();
            page.locator(".side-foot .me").first().click();
            page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("退出登录")).click();
            assertThat(page.locator("dialog")).containsText("条记录尚未发送");
            desk.agree("保持登录");
            assertThat(page.locator(".offline-entry[data-state=waiting]")).hasCount(1);
        }
    }

    @Test
    void theWorkerKeepsFilesOfTheShellAndNothingElse() {
        try (Desk desk = Demo.desk("en", "light", 1440, true).signedIn()) {
            Page page = desk.open("/app/r/masters.product").page();
            page.locator(".tbody .td b").first().waitFor();
            taken(page);
            page.reload();
            page.locator(".tbody .td b").first().waitFor();
            List<?> kept = (List<?>) page.evaluate("async () => (await Promise.all((await caches.keys()).map(async n => "
                    + "(await (await caches.open(n)).keys()).map(r => new URL(r.url).pathname)))).flat()");
            assertThat(kept).isNotEmpty().allMatch(p -> p.equals("/app/") || p.toString().startsWith("/app/~")
                    || p.toString().startsWith("/m/"));
            Object manifest = page.evaluate("async () => (await (await fetch(document.querySelector('link[rel=manifest]').href)).json())"
                    + ".icons.map(i => i.sizes + ' ' + i.purpose).join()");
            assertThat(manifest.toString()).contains("192x192 any", "512x512 any", "512x512 maskable");
        }
    }

    private static void taken(Page page) {
        for (int i = 0; i < SECONDS * 4; i++) {
            if (Boolean.TRUE.equals(page.evaluate("() => Boolean(navigator.serviceWorker.controller)"))) {
                return;
            }
            page.waitForTimeout(250);
        }
        throw new AssertionError("No service worker has taken over");
    }

    private static void note(Page page, String said) {
        page.locator("#offline-who").click();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.locator("#offline-note").fill(said);
        page.locator(".offline-form .primary").click();
    }

    private int visits(String said) {
        return api.get("/crm/visits?fields=id&filter=" + encoded("subject==\"" + said + "*\"")).expect(200).json().path("rows").size();
    }

    private static String encoded(String filter) {
        return URLEncoder.encode(filter, StandardCharsets.UTF_8);
    }
}
