package org.ashlar.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.ashlar.itests.support.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What partners add comes and goes in open pages; what they do wrong stays with them. */
class PartnerTest {
    private static final double SECOND = 1_000;

    @TempDir
    private Path folder;

    @Test
    void theSampleComesAndGoesInAnOpenPage() {
        String code = "PT" + ThreadLocalRandom.current().nextInt(1_000_000);
        Api admin = Demo.admin();
        long party = admin.post("/masters/parties", "{'code':'" + code + "','name':'Partner " + code + "','customer':true}").expect(201).id();
        try (Desk desk = Demo.desk("en", "light", 1440).signedIn()) {
            Page page = desk.open("/app/r/masters.party/" + party).page();
            page.evaluate("window.neverReloaded = true");
            page.locator("#field-phone").fill("not saved yet");
            Locator menu = page.locator(".sidebar").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Carriers at a glance"));

            Extensions.install(Extensions.sample());
            try {
                long answered = System.nanoTime();
                assertThat(menu).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SECOND * Figures.patience()));
                Figures.judge("menu after install (console's answer to menu)", "s", (System.nanoTime() - answered) / 1e9, 1.0);
                assertThat(page.locator("#field-phone")).hasValue("not saved yet");
                desk.complaints().removeIf(c -> c.contains("503"));
                showsItsParts(desk, admin, party, menu);
            } finally {
                Extensions.remove("acme-carrier");
            }
            assertThat(menu).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(SECOND * Figures.patience()));
            assertThat(page.locator("#field-phone")).hasValue("typed beside the panel");
            assertThat(page.locator(".card-section", new Page.LocatorOptions().setHasText("Delivery"))).isHidden();
            assertThat(page.locator("[id^=field-acme]")).hasCount(0);
            assertThat(page.evaluate("window.neverReloaded")).isEqualTo(true);
            page.keyboard().press("Control+s");
            assertThat(page.locator(".save-state")).containsText("All changes saved");
            assertThat(desk.complaints()).isEmpty();
        }
    }

    /** Page, input, tile and panel; ends in the party's form with something typed. */
    private static void showsItsParts(Desk desk, Api admin, long party, Locator menu) {
        Page page = desk.page();
        page.keyboard().press("Control+s");
        assertThat(page.locator(".save-state")).containsText("All changes saved");
        long carrier = admin.post("/acme-carrier/carriers", "{'code':'SF" + party + "','name':'Swift " + party + "','maxWeight':'30'}").expect(201).id();
        long version = admin.get("/masters/parties/" + party).json().path("version").asLong();
        admin.patch("/masters/parties/" + party, version, "{'acme_carrier_carrier':" + carrier + ",'acme_carrier_parcelWeight':'12.5'}").expect(200);

        menu.click();
        assertThat(page.locator("h1")).hasText("Carriers at a glance");
        assertThat(page.locator(".cards")).containsText("Swift " + party);
        page.locator(".cards a", new Page.LocatorOptions().setHasText("Swift " + party)).click();
        Locator address = page.locator("#field-trackingUrl");
        address.fill("https://swift.example/{number}");
        assertThat(page.locator("main")).containsText("Example: https://swift.example/SF1024");
        page.keyboard().press("Control+s");
        assertThat(page.locator(".save-state")).containsText("All changes saved");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Overview")).first().click();
        assertThat(page.locator(".tile", new Page.LocatorOptions().setHasText("Carriers at a glance")).locator(".figure")).hasText(java.util.regex.Pattern.compile("\\d+"));
        page.evaluate("to => import('@ashlar/sdk').then(sdk => sdk.go(to))", "/r/masters.party/" + party);
        Locator panel = page.locator(".card-section", new Page.LocatorOptions().setHasText("Delivery"));
        assertThat(panel).containsText("Swift " + party);
        assertThat(panel).containsText("Heaviest parcel 12.5 kg");
        page.locator("#field-phone").fill("typed beside the panel");
    }

    @Test
    void whatThrowsShowsACardAndTheRestLivesOn() throws IOException {
        String code = "TH" + ThreadLocalRandom.current().nextInt(1_000_000);
        long party = Demo.admin().post("/masters/parties", "{'code':'" + code + "','name':'Thrown " + code + "','customer':true}").expect(201).id();
        Path thrower = Extensions.of("thrower", """
                const bang = kind => () => { throw new Error('bang in ' + kind); };
                export const sdk = '^1.0';
                export function activate(ctx) {
                  ctx.contribute('page', 'main', bang('page'), { title: 'Thrower', menu: { title: 'Thrower page', icon: 'bomb' } });
                  ctx.contribute('view', 'odd', bang('view'), { model: 'masters.party', title: 'Odd view' });
                  ctx.contribute('widget', 'w', bang('widget'), { field: 'masters.party.website' });
                  ctx.contribute('panel', 'p', bang('panel'), { model: 'masters.party', title: 'Thrower panel' });
                  ctx.contribute('tile', 't', bang('tile'), { title: 'Thrower tile' });
                  ctx.contribute('command', 'c', bang('command'), { title: 'Thrower command' });
                  ctx.onDispose(bang('dispose'));
                }""", folder);
        Path late = Extensions.of("latethrower", """
                export function activate(ctx) {
                  ctx.contribute('page', 'main', () => null, { title: 'Half', menu: { title: 'Half done' } });
                  throw new Error('bang in activate');
                }""", folder);
        Path old = Extensions.of("oldtimer", "export const sdk = '^9.2'; export function activate() { throw new Error('never'); }", folder);
        try (Desk desk = Demo.desk("en", "light", 1440).signedIn()) {
            Page page = desk.open("/app/").page();
            page.locator(".tiles").waitFor();
            page.evaluate("window.neverReloaded = true");
            Extensions.install(thrower);
            Extensions.install(late);
            Extensions.install(old);
            try {
                Locator cards = page.locator("main .error-card");
                card(cards, "bang in tile");
                card(cards, "bang in activate");
                card(cards, "Made for SDK ^9.2; this suite has SDK 1.");
                desk.picture("extension-errors");
                Locator close = cards.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close"));
                close.first().click();
                close.first().click();
                assertThat(page.locator(".sidebar")).not().containsText("Half done");

                page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Thrower page")).click();
                card(cards, "bang in page");
                for (String[] place : List.of(new String[] {"/r/masters.party/" + party, "bang in panel"},
                        new String[] {"/r/masters.party?view=thrower.odd", "bang in view"})) {
                    page.evaluate("to => import('@ashlar/sdk').then(sdk => { const [path, query] = to.split('?'); return sdk.go(path, Object.fromEntries(new URLSearchParams(query || ''))); })", place[0]);
                    card(cards, place[1]);
                }
                page.evaluate("to => import('@ashlar/sdk').then(sdk => sdk.go(to))", "/r/masters.party/" + party);
                card(cards, "bang in widget");
                page.locator("#field-phone").fill("777");
                page.keyboard().press("Control+s");
                assertThat(page.locator(".save-state")).containsText("All changes saved");
                page.keyboard().press("Control+k");
                page.locator("dialog input").fill("Thrower command");
                page.keyboard().press("Enter");
                assertThat(page.locator("#field-phone")).hasValue("777");
            } finally {
                Extensions.remove("thrower");
                Extensions.remove("latethrower");
                Extensions.remove("oldtimer");
            }
            assertThat(page.locator(".sidebar")).not().containsText("Thrower page");
            assertThat(page.locator("#field-phone")).hasValue("777");
            assertThat(page.evaluate("window.neverReloaded")).isEqualTo(true);
        }
    }

    private static void card(Locator cards, String text) {
        assertThat(cards.filter(new Locator.FilterOptions().setHasText(text)).first()).isVisible();
    }
}
