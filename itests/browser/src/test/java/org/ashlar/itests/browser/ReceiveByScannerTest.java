package org.ashlar.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.ashlar.itests.support.Api;
import org.junit.jupiter.api.Test;

/** Someone in the warehouse receives goods with a scanner and a phone. */
class ReceiveByScannerTest {
    private final Api api = Demo.admin();

    @Test
    void orderScannedGoodsCountedReceiptPostedAcrossALostNetwork() {
        String first = article();
        String second = article();
        JsonNode order = order(product(first), 3, product(second), 2);
        try (Desk desk = Demo.desk("en", "light", 390).signedIn()) {
            Page page = desk.open("/app/p/purchasing/receive").page();
            page.locator(".scan-order").first().waitFor();
            scan(page, order.path("number").asText());
            page.locator(".scan-line").first().waitFor();
            scan(page, first);
            scan(page, "]C1010" + first + "17991231" + "10LOT-7");
            Locator line = page.locator(".scan-line", new Page.LocatorOptions().setHasText(first));
            assertThat(line).containsText("2 of 3");
            assertThat(line).containsText("Lot LOT-7");
            scan(page, "999999");
            assertThat(page.locator(".scan-last")).containsText("No product has the barcode 999999");
            for (int i = 0; i < 3; i++) {
                scan(page, second);
            }
            assertThat(page.locator(".scan-line.over")).containsText("1 EA more than ordered");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Post receipt")).click();
            desk.agree("Post receipt");
            assertThat(page.locator(".scan-last")).containsText("at most");
            page.getByLabel("One less of " + name(second)).click();
            desk.picture("receive-en-light-390");
            assertThat(desk.violations()).isEmpty();

            desk.network(false);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Post receipt")).click();
            assertThat(page.locator(".scan-page .notice").first()).containsText("kept on this device");
            desk.network(true);
            page.locator(".scan-order, .empty").first().waitFor();
            JsonNode now = api.get("/purchasing/orders/" + order.path("id").asLong()).expect(200).json();
            assertThat(now.path("receiptStatus").asText()).isEqualTo("PARTLY");
            assertThat(now.path("lines").findValuesAsText("receivedQuantity")).allMatch(q -> Double.parseDouble(q) == 2);
        }
    }

    @Test
    void countsOutliveAReloadAndABarcodeBelongsToOneProduct() {
        String code = article();
        long product = product(code);
        JsonNode order = order(product, 5, product(article()), 1);
        try (Desk desk = Demo.desk("zh", "dark", 390).signedIn()) {
            Page page = desk.open("/app/p/purchasing/receive?order=" + order.path("id").asLong()).page();
            page.locator(".scan-line").first().waitFor();
            scan(page, code);
            scan(page, code);
            page.reload();
            assertThat(page.locator(".scan-line", new Page.LocatorOptions().setHasText(code))).containsText("已收 2 / 5");
            desk.picture("receive-zh-dark-390");
            assertThat(desk.violations()).isEmpty();
        }
        String refusal = api.post("/masters/products", Map.of("name", "Other", "barcode", code)).expect(422).text();
        assertThat(refusal).contains("belongs to product").contains("\"field\":\"barcode\"");
    }

    private static void scan(Page page, String code) {
        page.locator(".scan-input input").click();
        page.keyboard().type(code);
        page.keyboard().press("Enter");
        assertThat(page.locator(".scan-input input")).hasValue("");
    }

    /** An EAN-13 that no other test uses. */
    private static String article() {
        String digits = "20" + String.format("%010d", System.nanoTime() % 10_000_000_000L);
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return digits + (10 - sum % 10) % 10;
    }

    private static String name(String code) {
        return "Scanned " + code;
    }

    private long product(String code) {
        return api.post("/masters/products", Map.of("name", name(code), "barcode", code)).expect(201).id();
    }

    private JsonNode order(long first, int one, long second, int two) {
        long vendor = api.get("/purchasing/orders?limit=1&fields=party").expect(200).json().at("/rows/0/party/id").asLong();
        long id = api.post("/purchasing/orders", Map.of("party", vendor, "lines", List.of(
                Map.of("product", first, "quantity", one, "unitPrice", 5),
                Map.of("product", second, "quantity", two, "unitPrice", 7)))).expect(201).id();
        api.post("/purchasing/orders/" + id + "/confirm", Map.of()).expect(200);
        return api.get("/purchasing/orders/" + id).expect(200).json();
    }
}
