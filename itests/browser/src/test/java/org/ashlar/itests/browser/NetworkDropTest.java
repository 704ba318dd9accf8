package org.ashlar.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.ashlar.itests.support.Api;
import org.junit.jupiter.api.Test;

/** The network goes while someone saves: nothing typed is lost, and what was saved is saved once. */
class NetworkDropTest {
    private final Api api = Demo.admin();

    @Test
    void aNewRecordWhoseAnswerGotLostIsMadeOnce() {
        String name = "Lost answer " + System.nanoTime();
        AtomicInteger tries = new AtomicInteger();
        try (Desk desk = Demo.desk("en", "light", 1440).signedIn()) {
            Page page = desk.page();
            page.route(Pattern.compile("/api/v1/masters/parties$"), route -> lose(route, "POST", tries));
            desk.open("/app/r/masters.party/new");
            page.locator("#field-name").fill(name);
            page.keyboard().press("Control+s");
            assertThat(page.locator(".form-main .notice.warn")).containsText("saved, once");
            assertThat(page.locator("#field-name")).hasValue(name);
            desk.picture("network-drop-en-light");
            page.waitForURL(Pattern.compile("masters\\.party/\\d+$"));
            assertThat(tries.get()).isGreaterThan(1);
            assertThat(count(name)).isEqualTo(1);
        }
    }

    @Test
    void aChangeMadeWithoutNetworkIsSavedWhenItIsBack() {
        long id = api.post("/masters/parties", java.util.Map.of("name", "Dropped " + System.nanoTime())).expect(201).id();
        try (Desk desk = Demo.desk("zh", "light", 390).signedIn()) {
            Page page = desk.open("/app/r/masters.party/" + id).page();
            page.locator("#field-phone").fill("021-5555");
            desk.network(false);
            page.keyboard().press("Control+s");
            assertThat(page.locator(".form-main .notice.warn")).containsText("恢复连接后自动保存");
            page.locator("#field-phone").fill("021-6666");
            desk.picture("network-drop-zh-light-390");
            desk.network(true);
            assertThat(page.locator(".form-main .notice.warn")).hasCount(0);
            assertThat(api.get("/masters/parties/" + id).expect(200).json().path("phone").asText()).isEqualTo("021-6666");
        }
    }

    /** The server does the work of the first request, but its answer does not arrive. */
    private static void lose(Route route, String method, AtomicInteger tries) {
        if (!route.request().method().equals(method) || tries.incrementAndGet() > 1) {
            route.resume();
            return;
        }
        route.fetch();
        route.abort("connectionreset");
    }

    private int count(String name) {
        return api.get("/masters/parties?fields=id&filter=" + encoded("name==\"" + name + "\"")).expect(200).json().path("rows").size();
    }

    private static String encoded(String filter) {
        return URLEncoder.encode(filter, StandardCharsets.UTF_8);
    }
}
