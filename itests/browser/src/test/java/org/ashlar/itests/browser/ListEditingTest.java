package org.ashlar.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.ashlar.itests.support.Api;
import org.junit.jupiter.api.Test;

/** Records are changed in the list: by keys, with errors beside cells, never over what someone else wrote meanwhile. */
class ListEditingTest {
    private final Api api = Demo.admin();
    private final String mark = "EDIT" + System.nanoTime() % 1_000_000;

    @Test
    void byKeysWithErrorsBesideCellsAndAgainstOthers() {
        long one = party("A", "first");
        party("B", "second");
        try (Desk desk = Demo.desk("en", "light", 1440).signedIn()) {
            Page page = desk.open("/app/r/masters.party?sort=code&q=" + mark).page();
            page.locator("#row-1").waitFor();
            page.locator(".table").focus();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("F2");
            page.locator(".editing-cell input").waitFor();
            while (!"Name".equals(page.locator(".editing-cell input").getAttribute("aria-label"))) {
                page.keyboard().press("Tab");
            }
            page.locator(".editing-cell input").fill("");
            page.keyboard().press("Enter");
            assertThat(page.locator(".cell-error")).not().isEmpty();
            desk.picture("list-edit-error-en-light");
            assertThat(desk.violations()).isEmpty();

            JsonNode now = api.get("/masters/parties/" + one).expect(200).json();
            api.patch("/masters/parties/" + one, now.path("version").asLong(), Map.of("name", mark + " theirs")).expect(200);
            page.locator(".editing-cell input").fill(mark + " mine");
            page.keyboard().press("Enter");
            assertThat(page.locator(".cell-error")).containsText(mark + " theirs");
            page.keyboard().press("Enter");
            assertThat(page.locator("#row-1.editing")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator("#row-0")).containsText(mark + " mine");
            assertThat(api.get("/masters/parties/" + one).expect(200).json().path("name").asText()).isEqualTo(mark + " mine");
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void oneFieldOfAllChosenRecords() {
        long one = party("C", "third");
        long two = party("D", "fourth");
        try (Desk desk = Demo.desk("zh", "dark", 1440).signedIn()) {
            Page page = desk.open("/app/r/masters.party?sort=code&q=" + mark).page();
            page.locator("#row-1").waitFor();
            page.locator(".table").focus();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("x");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("x");
            page.locator(".bulk button", new Page.LocatorOptions().setHasText("编辑")).click();
            page.locator("#bulk-field").selectOption("phone");
            page.locator("#bulk-value").fill("021-1234");
            desk.picture("list-bulk-zh-dark");
            assertThat(desk.violations()).isEmpty();
            desk.agree("应用");
            assertThat(page.locator("dialog")).hasCount(0);
            for (long id : new long[] {one, two}) {
                assertThat(api.get("/masters/parties/" + id).expect(200).json().path("phone").asText()).isEqualTo("021-1234");
            }
        }
    }

    private long party(String letter, String name) {
        return api.post("/masters/parties", Map.of("code", mark + "-" + letter, "name", mark + " " + name)).expect(201).id();
    }
}
