package org.ashlar.itests.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Instance;

/** A user at a browser: language, theme and width chosen, what the page complains about written down. */
final class Desk implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final List<String> complaints = new ArrayList<>();

    Desk(Browser browser, String address, String language, String theme, int width) {
        this(browser, address, language, theme, width, false);
    }

    /** With the service worker or without, which fetches beside the page. */
    Desk(Browser browser, String address, String language, String theme, int width, boolean worker) {
        this.address = address;
        context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, width < 700 ? 844 : 900)
                .setServiceWorkers(worker ? ServiceWorkerPolicy.ALLOW : ServiceWorkerPolicy.BLOCK));
        context.setDefaultTimeout(30_000);
        context.addInitScript("localStorage.setItem('ashlar.language', '" + language
                + "'); localStorage.setItem('ashlar.theme', '" + theme + "');");
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type()) && !message.text().contains("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
    }

    /** Pulls the plug of this window, or puts it back. */
    void network(boolean on) {
        context.setOffline(!on);
    }

    /** Signs in as the administrator, without the page. */
    Desk signedIn() {
        return signedIn("admin", Instance.ADMIN_PASSWORD);
    }

    /** Signs in without the page, in a browser that remembers that somebody was signed in. */
    Desk signedIn(String login, String password) {
        context.addInitScript("localStorage.setItem('ashlar.was-in', '1');");
        context.request().post(address + "/api/v1/session", RequestOptions.create()
                .setData(Map.of("login", login, "password", password)));
        return this;
    }

    private String csrf() {
        try {
            return Api.JSON.readTree(context.request().get(address + "/api/v1/session").body()).path("csrf").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Works in another company from now on. */
    Desk inCompany(long company) {
        String csrf = csrf();
        context.request().post(address + "/api/v1/session/company", RequestOptions.create().setHeader("X-Ashlar-CSRF", csrf)
                .setData(Map.of("company", String.valueOf(company))));
        return this;
    }

    Desk open(String path) {
        page.navigate(address + path);
        return this;
    }

    Page page() {
        return page;
    }

    List<String> complaints() {
        return complaints;
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator option(String name) {
        return page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(name)).first();
    }

    /** Presses a button of the open dialog. */
    void agree(String name) {
        page.locator("dialog").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true)).click();
    }

    /** What accessibility rules say about the page once nothing moves: text that fades in has no contrast yet. */
    List<String> violations() {
        page.evaluate(Looks.SETTLED, 8_000);
        return new AxeBuilder(page).analyze().getViolations().stream().map(v -> v.getId() + " " + v.getNodes().get(0).getHtml())
                .toList();
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }
}
