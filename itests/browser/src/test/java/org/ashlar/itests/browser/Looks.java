package org.ashlar.itests.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ashlar.itests.support.Api;

/**
 * Looks at pages in one language: both themes, a desktop and a phone, without loading the page anew. Each look takes a
 * picture, asks axe, and reads what stands there.
 */
final class Looks implements AutoCloseable {
    private static final Pattern RECORD = Pattern.compile("\\{([a-z.-]+)}");
    private static final String AXE = text("/axe.min.js", AxeBuilder.class);
    private static final String LOOK = text("/looks/look.js", Looks.class);
    static final String SETTLED = text("/looks/settled.js", Looks.class);
    private static final String RUN = """
            () => axe.run(document, { resultTypes: ['violations'] }).then(r => r.violations.map(v => v.id + ' ' + v.nodes.slice(0, 3)
                .map(n => n.html.slice(0, 160) + ' ' + (n.any[0] ? n.any[0].message.slice(0, 160) : '')).join(' | ')))""";
    private static final String GO = """
            to => import('@ashlar/sdk').then(sdk => { const [path, query] = to.split('?');
              return sdk.go(path, Object.fromEntries(new URLSearchParams(query || '')), { force: true }); })""";
    private static final String THEME = """
            theme => { document.documentElement.dataset.theme = theme; dispatchEvent(new CustomEvent('ashlar:look')); }""";

    private final Chromium chromium = new Chromium();
    private final Desk desk;
    private final String language;
    private final List<String> found = new ArrayList<>();
    private final Map<String, String> records = new HashMap<>();
    private final Set<String> allowed;

    Looks(String language, Set<String> allowed) {
        this.language = language;
        this.allowed = new HashSet<>(allowed);
        for (String names : List.of("/masters/parties?fields=name", "/masters/products?fields=name", "/platform/users?fields=name",
                "/platform/companies?fields=name", "/crm/leads?fields=name", "/crm/opportunities?fields=name", "/crm/stages?fields=name",
                "/crm/sources?fields=name", "/masters/product-categories?fields=name")) {
            Demo.admin().get(names + "&limit=500").json().path("rows").forEach(row -> this.allowed.add(row.path("name").asText()));
        }
        desk = new Desk(chromium.browser(), Demo.address(), language, "light", 1440);
        desk.page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    }

    /** Looks at the sign-in page, then signs in. */
    void atTheDoor() {
        desk.open("/app/").page().locator(".sign-box").first().waitFor();
        desk.page().evaluate(AXE);
        fourTimes("sign-in");
        desk.signedIn().open("/app/").page().locator("main h1").first().waitFor();
        desk.page().evaluate(AXE);
    }

    /** Looks at a page and writes down what is wrong with it. */
    void at(View view) {
        try {
            desk.page().evaluate(GO, address(view.path()));
            desk.page().locator(view.ready()).first().waitFor(new Locator.WaitForOptions().setTimeout(20_000));
            settled();
            if (view.press() != null) {
                desk.page().keyboard().press(view.press());
                desk.page().locator(view.then()).first().waitFor(new Locator.WaitForOptions().setTimeout(20_000));
            }
            fourTimes(view.name());
            if (view.press() != null) {
                desk.page().keyboard().press("Escape");
            }
        } catch (PlaywrightException | AssertionError e) {
            found.add(language + " " + view.name() + ": did not appear: " + e.getMessage().lines().findFirst().orElse(""));
            desk.picture(view.name() + "-" + language + "-failed");
            desk.open("/app/").page().locator("main h1").first().waitFor();
            desk.page().evaluate(AXE);
        }
    }

    List<String> found() {
        return found;
    }

    private void fourTimes(String name) {
        look(name, "light", 1440);
        look(name, "dark", 1440);
        desk.page().setViewportSize(390, 844);
        look(name, "dark", 390);
        look(name, "light", 390);
        desk.page().setViewportSize(1440, 900);
        desk.complaints().forEach(c -> found.add(language + " " + name + ": " + c));
        desk.complaints().clear();
    }

    private void look(String view, String theme, int width) {
        String name = view + "-" + language + "-" + theme + "-" + width;
        desk.page().evaluate(THEME, theme);
        if (!settled()) {
            found.add(name + ": does not come to rest");
        }
        desk.picture(name);
        ((List<?>) desk.page().evaluate(RUN)).forEach(v -> found.add(name + ": " + v));
        if (theme.equals("light")) {
            Map<?, ?> read = (Map<?, ?>) desk.page().evaluate(LOOK, language);
            ((List<?>) read.get("found")).forEach(f -> found.add(name + " " + f));
            ((List<?>) read.get("labels")).stream().map(String::valueOf).filter(l -> !view.equals("gallery") && !Words.known(l, allowed))
                    .forEach(l -> found.add(name + ": not translated: " + l));
        }
    }

    private boolean settled() {
        return Boolean.TRUE.equals(desk.page().evaluate(SETTLED, 8_000));
    }

    private String address(String path) {
        Matcher record = RECORD.matcher(path);
        return record.find() ? path.replace(record.group(), records.computeIfAbsent(record.group(1), Looks::first)) : path;
    }

    /** The first record of a model, which is the demo company's. */
    private static String first(String model) {
        Api admin = Demo.admin();
        JsonNode rows = admin.get(admin.get("/meta/" + model).expect(200).json().path("path").asText().replace("/api/v1", "") + "?limit=1&fields=id&sort=id")
                .expect(200).json().path("rows");
        return rows.path(0).path("id").asText("0");
    }

    private static String text(String resource, Class<?> beside) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        desk.close();
        chromium.close();
    }
}
