package org.ashlar.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.ashlar.itests.support.Api;
import org.junit.jupiter.api.Test;

/** Orders as bars of time, in a calendar, as a graph and an analysis; categories as a tree; partners as cards. */
class OtherViewsTest {
    private static final String MARK = "V" + System.nanoTime() % 1_000_000_000L;

    private final Api admin = Demo.admin();

    private long order(LocalDate from, LocalDate to) {
        long party = admin.get("/masters/parties?filter=customer==true&limit=1").expect(200).json().path("rows").get(0).path("id")
                .asLong();
        return admin.post("/sales/orders", Map.of("party", party, "date", from.toString(), "requestedDate", to.toString(),
                "customerReference", MARK + from)).expect(201).id();
    }

    private String day(long order, String field) {
        return admin.get("/sales/orders/" + order).expect(200).json().path(field).asText();
    }

    private LocalDate today() {
        return LocalDate.parse(admin.get("/boot").expect(200).json().path("today").asText());
    }

    @Test
    void barsOfTimeMoveByKeysAndComeBack() {
        LocalDate today = today();
        long order = order(today, today.plusDays(10));
        try (Desk desk = Demo.desk("en", "light", 1440).signedIn()) {
            Page page = desk.open("/app/r/sales.order?view=gantt&q=" + MARK + today).page();
            Locator bar = page.locator("[data-bar='" + order + "']");
            bar.focus();
            page.keyboard().press("Alt+ArrowRight");
            assertThat(page.locator(".toast")).containsText("Undo");
            assertThat(day(order, "date")).isEqualTo(today.plusDays(1).toString());
            assertThat(day(order, "requestedDate")).isEqualTo(today.plusDays(11).toString());
            assertThat(bar).isFocused();
            page.locator(".toast").getByText("Undo").click();
            assertThat(bar).hasAttribute("aria-label", Pattern.compile(".*" + today.getDayOfMonth() + ", " + today.getYear() + " – .*"));
            page.waitForCondition(() -> day(order, "date").equals(today.toString()));
            bar.focus();
            page.keyboard().press("Alt+Shift+ArrowRight");
            page.waitForCondition(() -> day(order, "requestedDate").equals(today.plusDays(11).toString()));
            assertThat(day(order, "date")).isEqualTo(today.toString());
            desk.button("Months").click();
            assertThat(bar).isVisible();
            assertThat(page.locator(".g-today")).isVisible();
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void entriesOfTheCalendarAreDraggedAndMovedByKeys() {
        LocalDate monday = today().minusDays(today().getDayOfWeek().getValue() - 1L);
        long order = order(monday.minusDays(5), monday);
        try (Desk desk = Demo.desk("en", "light", 1440).signedIn()) {
            Page page = desk.open("/app/r/sales.order?view=calendar&span=week&q=" + MARK + monday.minusDays(5)).page();
            Locator entry = page.locator("[data-event='" + order + "']");
            BoundingBox from = entry.boundingBox();
            BoundingBox to = page.locator("[data-day='" + monday.plusDays(3) + "']").boundingBox();
            page.mouse().move(from.x + 20, from.y + 8);
            page.mouse().down();
            page.mouse().move(to.x + 30, to.y + 60, new Mouse.MoveOptions().setSteps(6));
            page.mouse().up();
            page.waitForCondition(() -> day(order, "requestedDate").equals(monday.plusDays(3).toString()));
            entry.focus();
            page.keyboard().press("Alt+ArrowRight");
            page.waitForCondition(() -> day(order, "requestedDate").equals(monday.plusDays(4).toString()));
            assertThat(page.locator("[data-day='" + monday.plusDays(4) + "'] [data-event]")).hasCount(1);
            desk.button("Day").click();
            page.locator(".agenda, .empty").first().waitFor();
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void aTreeOpensByKeysAndAddsUpWhatLiesBelow() {
        long top = admin.post("/masters/product-categories", Map.of("code", MARK, "name", "Top " + MARK)).expect(201).id();
        long below = admin.post("/masters/product-categories", Map.of("code", MARK + "-1", "name", "Below " + MARK, "parent", top))
                .expect(201).id();
        admin.post("/masters/products", Map.of("code", MARK + "-P", "name", "Part " + MARK, "unit", "EA", "category", below)).expect(201);
        try (Desk desk = Demo.desk("en", "light", 1440).signedIn()) {
            Page page = desk.open("/app/r/masters.productCategory?view=tree").page();
            Locator row = page.locator("[data-node='" + top + "']");
            assertThat(row).hasAttribute("aria-expanded", "false");
            assertThat(row.locator("td").last()).hasText("1");
            row.focus();
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("[data-node='" + below + "']")).hasAttribute("aria-level", "2");
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("[data-node='" + below + "']")).isFocused();
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile("masters\\.productCategory/" + below + "$"));
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void aGraphLeadsToItsRecordsAndAnAnalysisIsSavedAndShared() throws IOException {
        try (Desk desk = Demo.desk("en", "light", 1440).signedIn()) {
            Page page = desk.open("/app/r/sales.order?view=graph&by=state&chart=table").page();
            Locator cell = page.locator(".pivot td a").first();
            page.locator(".pivot tbody th a").first().click();
            page.waitForURL(Pattern.compile("filter=state"));
            page.locator(".tbody .td b").first().waitFor();
            assertThat(cell).hasCount(0);

            desk.open("/app/r/sales.order?view=pivot&rows=state,party&columns=&measures=count,avg(totalAmount)");
            page.locator(".pivot tr.subtotal").first().waitFor();
            Download file = page.waitForDownload(() -> export(page, "CSV"));
            assertThat(Files.readString(file.path())).contains("State,Customer,Count").contains("Total");
            Download book = page.waitForDownload(() -> export(page, "XLSX"));
            assertThat(Files.readAllBytes(book.path())).startsWith('P', 'K');
            String name = "Averages " + MARK;
            page.getByLabel("Saved views").click();
            page.getByText("Save this view").click();
            page.locator("dialog input").first().fill(name);
            page.locator("dialog input[type=checkbox]").check();
            desk.agree("Save");
            desk.open("/app/r/sales.order?view=pivot").page().locator(".pivot td").first().waitFor();
            page.getByLabel("Saved views").click();
            page.getByText(name, new Page.GetByTextOptions().setExact(true)).click();
            page.locator(".pivot tr.subtotal").first().waitFor();
            assertThat(page.locator(".pivot thead")).containsText("average");
            assertThat(desk.complaints()).isEmpty();
        }
    }

    private static void export(Page page, String kind) {
        page.getByLabel("Export").click();
        page.getByText("Export as " + kind).click();
    }

    @Test
    void cardsShowPicturesAndAreWalkedByArrows() {
        long party = admin.get("/masters/parties?sort=code&limit=1").expect(200).json().path("rows").get(0).path("id").asLong();
        admin.upload("/files/masters/parties/" + party, MARK + ".png", Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB"
                + "CAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==")).expect(201);
        try (Desk desk = Demo.desk("en", "light", 1440).signedIn()) {
            Page page = desk.open("/app/r/masters.party?view=gallery").page();
            assertThat(page.locator(".gcard").first().locator("img")).hasJSProperty("naturalWidth", 1);
            page.locator(".gcard").first().focus();
            page.keyboard().press("ArrowRight");
            assertThat(page.locator(".gcard").nth(1)).isFocused();
            page.keyboard().press("ArrowLeft");
            page.keyboard().press("ArrowDown");
            assertThat(page.locator(".gcard").first()).not().isFocused();
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile("masters\\.party/\\d+$"));
        }
    }
}
