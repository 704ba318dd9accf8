package org.ashlar.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ashlar.itests.support.Api;
import org.junit.jupiter.api.Test;

/** Everything without a mouse: list, form with line items, board, dialogs and menus. */
class KeyboardTest {
    private static final String WALK = read("/looks/walk.js");
    private static final String STEP = """
            n => { const e = document.activeElement;
              if (!e || e === document.body) return 'body';
              if (e.dataset.walk) return 'again';
              e.dataset.walk = n;
              return e.className + '|' + (e.getAttribute('aria-label') || e.textContent || '').trim().slice(0, 40); }""";

    private static Desk desk() {
        return Demo.desk("en", "light", 1440).signedIn();
    }

    @Test
    void tabReachesEverythingAndTheFocusIsSeen() {
        try (Desk desk = desk()) {
            for (String[] view : new String[][] {{"/app/r/sales.order", ".tbody .td b", "table", "primary"},
                {"/app/r/sales.order/" + order()[0], ".totals .grand", "add-line", "primary"},
                {"/app/r/sales.order?view=kanban", ".kcard", "kcard", "board"},
                {"/app/", ".tiles", "tile", "jump"}}) {
                Page page = desk.open(view[0]).page();
                page.locator(view[1]).first().waitFor();
                page.evaluate(Looks.SETTLED, 3_000);
                List<String> stops = walk(page);
                assertThat(stops.get(0)).as(view[0]).startsWith("skip|");
                assertThat(stops).as(view[0]).anyMatch(s -> s.split("\\|")[0].contains(view[2]))
                        .anyMatch(s -> s.split("\\|")[0].contains(view[3])).hasSizeBetween(10, 150);
                assertThat((List<?>) page.evaluate(WALK)).as(view[0]).isEmpty();
            }
        }
    }

    /** Presses Tab until the focus leaves the page or comes back; what it stopped at, in order. */
    private static List<String> walk(Page page) {
        List<String> stops = new ArrayList<>();
        page.evaluate("document.activeElement.blur()");
        for (int i = 1; i < 150; i++) {
            page.keyboard().press("Tab");
            String stop = String.valueOf(page.evaluate(STEP, i));
            if (stop.equals("again") || stop.equals("body") && i > 3) {
                break;
            }
            stops.add(stop);
        }
        return stops;
    }

    @Test
    void aListIsReadChosenFromAndOpened() {
        try (Desk desk = desk()) {
            Page page = desk.open("/app/r/sales.order").page();
            page.locator(".tbody .td b").first().waitFor();
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.locator("#main")).isFocused();
            Locator grid = page.locator(".table");
            for (int i = 0; i < 40 && !Boolean.TRUE.equals(grid.evaluate("e => e === document.activeElement")); i++) {
                page.keyboard().press("Tab");
            }
            assertThat(grid).isFocused();
            press(page, "ArrowDown", "ArrowDown", "j");
            assertThat(grid).hasAttribute("aria-activedescendant", "row-2");
            press(page, "k", " ");
            assertThat(page.locator("#row-1")).hasAttribute("aria-selected", "true");
            press(page, "Shift+ArrowDown");
            assertThat(page.locator("[aria-selected=true]")).hasCount(2);
            press(page, "Escape");
            assertThat(page.locator("[aria-selected=true]")).hasCount(0);
            press(page, "End");
            assertThat(page.locator(".tr.cursor")).isInViewport();
            press(page, "Home");
            assertThat(grid).hasAttribute("aria-activedescendant", "row-0");
            press(page, "Enter");
            page.waitForURL(Pattern.compile("sales\\.order/\\d+"));
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void anOrderIsWrittenLineByLine() {
        try (Desk desk = desk()) {
            Page page = desk.open("/app/r/sales.order/new").page();
            Locator customer = page.getByLabel("Customer").first();
            customer.focus();
            page.keyboard().type("张伟");
            page.locator("[role=option]", new Page.LocatorOptions().setHasText("张伟")).first().waitFor();
            press(page, "Enter");
            assertThat(customer).hasValue("张伟");
            product(page, 0, "Tool box");
            press(page, "Tab");
            Locator quantity = page.locator("[data-line]").nth(0).locator("[data-column=quantity] input");
            quantity.focus();
            page.keyboard().type("3");
            press(page, "Enter");
            assertThat(page.locator("[data-line]")).hasCount(2);
            assertThat(quantity).hasValue("3");
            assertThat(page.locator("[data-line]").nth(1).locator("input").first()).isFocused();
            product(page, 1, "Anchor");
            page.locator("[data-line]").nth(1).locator("[data-column=quantity] input").focus();
            page.keyboard().type("8");
            press(page, "Alt+ArrowUp");
            assertThat(page.locator("[data-line]").nth(0).locator("[data-column=quantity] input")).hasValue("8");
            press(page, "ArrowDown");
            assertThat(page.locator("[data-line]").nth(1).locator("[data-column=quantity] input")).isFocused();
            press(page, "Enter");
            assertThat(page.locator("[data-line]")).hasCount(3);
            press(page, "Control+Delete");
            assertThat(page.locator("[data-line]")).hasCount(2);
            press(page, "Control+s");
            page.waitForURL(Pattern.compile("sales\\.order/\\d+$"));
            assertThat(page.locator(".save-state")).containsText("saved");
            assertThat(desk.complaints()).isEmpty();
        }
    }

    private static void product(Page page, int line, String name) {
        page.locator("[data-line]").nth(line).locator("[data-column=product] input").focus();
        page.keyboard().type(name);
        page.locator("[role=option]", new Page.LocatorOptions().setHasText(name)).first().waitFor();
        press(page, "Enter");
        assertThat(page.locator("[data-line]").nth(line).locator("[data-column=product] input")).hasValue(Pattern.compile(name));
    }

    @Test
    void aCardMovesOnTheBoard() {
        String[] order = order();
        try (Desk desk = desk()) {
            Page page = desk.open("/app/r/sales.order?view=kanban&q=" + order[1]).page();
            Locator card = page.locator(".kcard[data-id='" + order[0] + "']");
            card.focus();
            assertThat(column(card)).isEqualTo("DRAFT");
            press(page, "Alt+ArrowRight");
            assertThat(page.locator("[role=status]")).containsText("Quotation sent");
            assertThat(card).isFocused();
            assertThat(column(card)).isEqualTo("SENT");
            press(page, "Enter");
            page.waitForURL(Pattern.compile("sales\\.order/" + order[0]));
        }
    }

    private static Object column(Locator card) {
        return card.evaluate("e => e.closest('[data-column]').dataset.column");
    }

    @Test
    void dialogsAndMenusGiveTheFocusBack() {
        try (Desk desk = desk()) {
            Page page = desk.open("/app/r/masters.party/new").page();
            Locator code = page.locator("#field-code");
            code.fill("KEYS");
            press(page, "Control+k");
            assertThat(page.locator("dialog.palette")).isVisible();
            press(page, "Tab", "Tab", "Tab");
            assertThat(page.evaluate("() => document.activeElement === document.body || Boolean(document.activeElement.closest('dialog'))"))
                    .isEqualTo(true);
            press(page, "Escape");
            assertThat(page.locator("dialog.palette")).hasCount(0);
            assertThat(code).isFocused();
            Locator theme = desk.button("Theme");
            theme.focus();
            press(page, "Enter");
            Locator items = page.locator("[role=menu] [role^=menuitem]");
            assertThat(items.first()).isFocused();
            press(page, "ArrowDown");
            assertThat(items.nth(1)).isFocused();
            press(page, "End", "ArrowDown");
            assertThat(items.first()).isFocused();
            press(page, "Escape");
            assertThat(theme).isFocused();
            Locator home = page.locator(".sidebar a[href='/app/']");
            home.focus();
            press(page, "Enter");
            assertThat(page.locator("dialog")).containsText("not saved");
            assertThat(page.locator("dialog button").first()).isVisible();
            press(page, "Escape");
            assertThat(page.locator("dialog")).hasCount(0);
            assertThat(home).isFocused();
            assertThat(code).hasValue("KEYS");
        }
    }

    @Test
    void whatIsTypedFasterThanAnswersComeIsNotLost() {
        String[] order = order();
        String customer = Demo.admin().get("/sales/orders/" + order[0]).json().path("party").path("label").asText();
        try (Desk desk = desk()) {
            Page page = desk.open("/app/r/sales.order/new").page();
            Locator input = page.getByLabel("Customer").first();
            input.focus();
            Held parties = new Held(page, "**/api/v1/masters/parties?*");
            page.keyboard().type(customer);
            press(page, "Enter");
            assertThat(input).hasAttribute("aria-busy", "true");
            parties.letGo();
            assertThat(input).not().hasAttribute("aria-busy", "true");
            assertThat(input).hasValue(customer);
            assertThat(page.locator(".open-ref").first()).isVisible();
            press(page, "Control+a");
            parties.hold();
            page.keyboard().type("nobody at all");
            press(page, "Tab");
            parties.letGo();
            assertThat(page.locator(".toast")).containsText("nobody at all");
            assertThat(input).hasValue("nobody at all");
            assertThat(input).hasAttribute("aria-invalid", "true");
            assertThat(page.locator(".open-ref")).hasCount(0);
        }
    }

    @Test
    void thePaletteTakesWhatIsTypedBeforeItIsThere() {
        String[] order = order();
        try (Desk desk = desk()) {
            Page page = desk.page();
            Held boot = new Held(page, "**/api/v1/boot");
            desk.open("/app/");
            press(page, "Control+k");
            page.keyboard().type("sales orders");
            press(page, "Enter");
            boot.letGo();
            page.waitForURL(Pattern.compile("/r/sales\\.order$"));
            Held search = new Held(page, "**/api/v1/search?*");
            press(page, "Control+k");
            page.keyboard().type(order[1]);
            press(page, "Enter");
            search.letGo();
            page.waitForURL(Pattern.compile("sales\\.order/" + order[0]));
            assertThat(page.locator("dialog")).hasCount(0);
            assertThat(desk.complaints()).isEmpty();
        }
    }

    private static void press(Page page, String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /** A quotation of its own: id and number. */
    private static String[] order() {
        Api admin = Demo.admin();
        long party = admin.get("/masters/parties?filter=customer==true&limit=1&fields=id&sort=id").expect(200).json().path("rows").path(0).path("id").asLong();
        long product = admin.get("/masters/products?filter=salePrice%3E0&limit=1&fields=id&sort=id").expect(200).json().path("rows").path(0).path("id").asLong();
        JsonNode made = admin.post("/sales/orders", Map.of("party", party, "lines", List.of(Map.of("product", product, "quantity", "1")))).expect(201).json();
        return new String[] {made.path("id").asText(), made.path("number").asText()};
    }

    /** Requests that wait until they are let go. */
    private static final class Held {
        private final List<Route> waiting = new ArrayList<>();
        private boolean free;

        Held(Page page, String pattern) {
            page.route(pattern, route -> {
                if (free) {
                    route.resume();
                } else {
                    waiting.add(route);
                }
            });
        }

        void hold() {
            free = false;
        }

        void letGo() {
            free = true;
            waiting.forEach(Route::resume);
            waiting.clear();
        }
    }

    private static String read(String resource) {
        try (InputStream in = KeyboardTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
