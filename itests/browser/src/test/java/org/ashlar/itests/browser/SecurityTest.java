package org.ashlar.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ashlar.itests.support.Api;
import org.junit.jupiter.api.Test;

/** What others have typed is never run, other sites cannot act for a user, and the page may load nothing from elsewhere. */
class SecurityTest {
    private static final String STRANGE = """
            () => [...document.querySelectorAll('*')].flatMap(e => [...e.attributes].filter(a => /^on/i.test(a.name)
                || ['href', 'src', 'action', 'data', 'formaction', 'xlink:href'].includes(a.name) && /^\\s*(javascript|data:text)/i.test(a.value))
                .map(a => e.tagName + ' ' + a.name + '=' + a.value)).concat([...document.querySelectorAll('iframe, object, embed, base, meta[http-equiv], main script, dialog script')]
                .map(e => e.outerHTML.slice(0, 200)))""";
    private static final String ELSEWHERE = "http://elsewhere.invalid";

    @Test
    void thePagesPolicyIsStrict() {
        try (Desk desk = Demo.desk("en", "light", 1440).signedIn()) {
            Response page = desk.page().navigate(Demo.address() + "/app/");
            Map<String, List<String>> policy = new TreeMap<>();
            for (String part : page.headerValue("content-security-policy").split(";\\s*")) {
                List<String> words = Arrays.asList(part.trim().split("\\s+"));
                policy.put(words.get(0), words.subList(1, words.size()));
            }
            assertThat(policy.get("default-src")).containsExactly("'none'");
            assertThat(policy.get("script-src")).hasSize(2).contains("'self'").anyMatch(s -> s.startsWith("'sha256-"));
            assertThat(policy.get("style-src")).containsExactly("'self'");
            assertThat(policy.get("connect-src")).containsExactly("'self'");
            List.of("object-src", "base-uri", "frame-ancestors").forEach(d -> assertThat(policy.get(d)).as(d)
                    .containsExactly("'none'"));
            assertThat(policy.get("form-action")).containsExactly("'self'");
            assertThat(policy.values()).allSatisfy(sources -> assertThat(sources).noneMatch(s -> s.contains("unsafe")
                    || s.equals("*") || s.startsWith("http")));
            assertThat(page.headerValue("x-content-type-options")).isEqualTo("nosniff");
            assertThat(page.headerValue("referrer-policy")).isIn("no-referrer", "same-origin", "strict-origin");

            desk.page().evaluate("""
                    () => {
                      const script = document.createElement('script');
                      script.textContent = 'window.pwned = 1';
                      document.body.append(script);
                      const image = document.createElement('img');
                      image.setAttribute('onerror', 'window.pwned = 2');
                      image.src = '/nothing';
                      document.body.append(image);
                      setTimeout('window.pwned = 3', 0);
                      return new Promise(done => setTimeout(done, 300));
                    }""");
            assertThat(desk.page().evaluate("window.pwned === undefined")).isEqualTo(true);
        }
    }

    @Test
    void anotherSiteCannotActForAUser() {
        try (Desk desk = Demo.desk("en", "light", 1440).signedIn()) {
            Page page = desk.page();
            BrowserContext context = page.context();
            String code = "CSRF-" + ThreadLocalRandom.current().nextInt(1_000_000);
            String target = Demo.address() + "/api/v1/masters/parties";
            context.route(ELSEWHERE + "/**", route -> route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(
                    "<form id=f method=post enctype=text/plain action='" + target + "'><input name='{\"name\":\"" + code
                            + "\",\"x\":\"' value='\"}'></form>")));
            page.navigate(ELSEWHERE + "/");
            // The page goes with its form: only a later turn lets the script of this one end in peace.
            Response posted = page.waitForResponse(r -> r.url().equals(target),
                    () -> page.evaluate("() => { setTimeout(() => document.getElementById('f').submit()); }"));
            assertThat(posted.status()).isIn(401, 403, 415);
            // Its answer takes the place of the page a moment later; until then nothing else can be opened here.
            page.waitForURL(target);
            for (String origin : List.of(ELSEWHERE, "null", Demo.address() + ".elsewhere.invalid")) {
                assertThat(context.request().post(target, RequestOptions.create().setHeader("Origin", origin)
                        .setHeader("Content-Type", "text/plain").setData("{\"name\":\"" + code + "\"}")).status()).isEqualTo(403);
            }
            page.navigate(ELSEWHERE + "/");
            Object fetched = page.evaluate("""
                    to => Promise.all([fetch(to, { method: 'POST', credentials: 'include', body: '{}' }),
                      fetch(to, { credentials: 'include' })]).then(() => 'read', e => 'refused')""", target);
            assertThat(fetched).isEqualTo("refused");
            assertThat(Demo.admin().get("/masters/parties?count=true&filter=name==" + code).json().path("total").asInt()).isZero();

            desk.open("/app/");
            String send = "([token]) => fetch('/api/v1/masters/parties', { method: 'POST', body: '{\"name\":\"" + code
                    + "\"}', headers: { 'Content-Type': 'application/json', ...(token ? { 'X-Ashlar-CSRF': token } : {}) } }).then(a => a.status)";
            assertThat(page.evaluate(send, List.of(""))).isEqualTo(403);
            assertThat(page.evaluate(send, List.of("made-up"))).isEqualTo(403);
            assertThat(Demo.admin().get("/masters/parties?count=true&filter=name==" + code).json().path("total").asInt()).isZero();
        }
    }

    @Test
    void whatOthersTypedIsOnlyText() {
        List<String> payloads = Payloads.all();
        assertThat(payloads).hasSizeGreaterThanOrEqualTo(300).doesNotHaveDuplicates();
        try (Injected data = new Injected(Demo.admin(), payloads); Desk desk = Demo.desk("en", "light", 1440).signedIn()) {
            List<String> alarms = new ArrayList<>();
            desk.page().onDialog(d -> {
                alarms.add("dialog " + d.message());
                d.dismiss();
            });
            desk.page().context().onRequest(r -> {
                if (!r.url().startsWith(Demo.address()) && !r.url().startsWith("data:image/") && !r.url().startsWith("blob:")) {
                    alarms.add("request to " + r.url());
                }
            });
            desk.inCompany(data.company()).open("/app/");
            for (int width : new int[] {1440, 390}) {
                desk.page().setViewportSize(width, 3_000);
                for (String path : data.pages(width)) {
                    visit(desk, path, alarms);
                }
            }
            desk.page().setViewportSize(1440, 900);
            search(desk, alarms);
            desk.complaints().stream().filter(c -> c.contains("Content Security Policy")).forEach(alarms::add);
            assertThat(alarms).isEmpty();
            assertThat(data.kept()).as("texts that were kept as typed").isGreaterThan(1_500);
        }
    }

    /** Shows a page, with all rows of its list, and looks for what text must not become. */
    private static void visit(Desk desk, String path, List<String> alarms) {
        Page page = desk.page();
        page.evaluate("""
                to => import('@ashlar/sdk').then(sdk => { const [path, query] = to.split('?');
                  return sdk.go(path, Object.fromEntries(new URLSearchParams(query || '')), { force: true }); })""", path);
        page.evaluate(Looks.SETTLED, 2_000);
        for (int screen = 0; screen < 40; screen++) {
            ((List<?>) page.evaluate(STRANGE)).forEach(s -> alarms.add(path + ": " + s));
            if (!Boolean.TRUE.equals(page.evaluate("""
                    () => {
                      const box = [...document.querySelectorAll('.table, .phone-list, main')].find(e => e.scrollHeight > e.clientHeight + 4);
                      const before = box ? box.scrollTop : 0;
                      if (box) box.scrollTop += box.clientHeight - 60;
                      return Boolean(box) && box.scrollTop > before;
                    }"""))) {
                break;
            }
            page.evaluate(Looks.SETTLED, 1_000);
        }
        Object state = page.evaluate("() => [window.pwned === undefined, document.title !== 'pwned', location.pathname.startsWith('/app'), Boolean(document.querySelector('main'))].join()");
        if (!"true,true,true,true".equals(state)) {
            alarms.add(path + " ran something: " + state);
            desk.open("/app/");
        }
    }

    private static void search(Desk desk, List<String> alarms) {
        desk.page().keyboard().press("Control+k");
        Locator box = desk.page().locator("dialog input");
        box.fill("<img src=x onerror");
        desk.page().waitForTimeout(700);
        ((List<?>) desk.page().evaluate(STRANGE)).forEach(s -> alarms.add("search: " + s));
        desk.page().keyboard().press("Escape");
    }

    /** A company of its own whose text fields hold the payloads, as typed over REST. */
    private static final class Injected implements AutoCloseable {
        private final Api admin;
        private final Api api;
        private final long company;
        private final long companyVersion;
        private final List<String> payloads;
        private final List<String> parties = new ArrayList<>();
        private final List<String> undo = new ArrayList<>();
        private int kept;
        private long order;

        Injected(Api admin, List<String> payloads) {
            this.admin = admin;
            this.payloads = payloads;
            JsonNode made = admin.post("/platform/companies", Map.of("code", "XSS" + ThreadLocalRandom.current().nextInt(100_000),
                    "name", payloads.get(35), "currency", "CNY", "country", "CN")).expect(201).json();
            company = made.path("id").asLong();
            companyVersion = made.path("version").asLong();
            api = admin.company(company);
            masters();
            aroundRecords();
            definitions();
        }

        private void masters() {
            bulk("/masters/parties", 300, (p, i) -> {
                Map<String, Object> row = new LinkedHashMap<>(Map.of("name", p, "legalName", p, "note", p, "website", p, "customer", true));
                if (p.length() <= 64) {
                    row.put("phone", p);
                    row.put("taxId", p);
                }
                return row;
            });
            JsonNode rows = api.get("/masters/parties?limit=300&fields=id,name,note,website,legalName").expect(200).json().path("rows");
            for (JsonNode row : rows) {
                parties.add(row.path("id").asText());
                kept += (int) List.of("name", "note", "website", "legalName").stream().filter(f -> payloads.contains(row.path(f).asText())).count();
            }
            bulk("/masters/products", 300, (p, i) -> Map.of("name", p, "description", p, "kind", "SERVICE", "unit", "HUR"));
            bulk("/platform/tags", 300, (p, i) -> Map.of("name", p.length() > 60 ? p.substring(0, 60) + i : p));
            kept += api.get("/masters/products?count=true&limit=1").json().path("total").asInt() * 2
                    + api.get("/platform/tags?count=true&limit=1").json().path("total").asInt();
            String product = api.get("/masters/products?limit=1&fields=id").expect(200).json().path("rows").path(0).path("id").asText();
            for (int i = 0; i < 30; i++) {
                String p = payloads.get(i * 10);
                order = api.post("/sales/orders", Map.of("party", Long.valueOf(parties.get(i)), "note", p, "customerReference", p,
                        "lines", List.of(Map.of("product", Long.valueOf(product), "quantity", "1", "unitPrice", "10", "text", p)))).expect(201).id();
            }
        }

        private void aroundRecords() {
            String thread = "/threads/masters/parties/" + parties.get(0);
            for (int i = 0; i < 300; i++) {
                api.post(thread + "/comments", Map.of("text", payloads.get(i))).expect(200);
                kept++;
            }
            for (int i = 0; i < 30; i++) {
                String p = payloads.get(i * 10 + 3);
                api.upload("/files/masters/parties/" + parties.get(0), p.replace("\"", "%22").replaceAll("[\r\n]", ""), new byte[] {65});
                api.post("/platform/saved-views", Map.of("code", "x" + i, "name", p, "target", "masters.party"));
                api.post("/activities", Map.of("type", "todo", "summary", p, "due", "2026-11-22", "model", "masters.party", "recordId", Long.valueOf(parties.get(i))));
                api.post("/platform/dashboards", Map.of("code", "x" + i, "name", p));
            }
            api.send("PUT", thread + "/tags", Map.of("tags", payloads.stream().filter(p -> p.length() < 60).limit(10).toList()));
        }

        /** These hold for all companies, so they are taken back. */
        private void definitions() {
            String p = payloads.get(35);
            undoable("/platform/custom-fields", Map.of("model", "masters.party", "code", "xss" + company, "labelEn", p, "labelZh", p,
                    "helpEn", p, "type", "TEXT", "defaultValue", p));
            undoable("/platform/roles", Map.of("code", "xss" + company, "title", p, "grants", "masters.party.read"));
            undoable("/platform/print-templates", Map.of("code", "xss" + company, "name", p, "target", "sales.order", "body", "<p>" + p + "</p>"));
            undoable("/platform/mail-templates", Map.of("code", "xss" + company, "name", p, "target", "sales.order"));
        }

        private void undoable(String path, Map<String, Object> body) {
            JsonNode made = api.post(path, body).json();
            if (made.has("id")) {
                undo.add(path + "/" + made.path("id").asText());
                kept++;
            }
        }

        private interface Row {
            Map<String, Object> of(String payload, int index);
        }

        private void bulk(String path, int rows, Row row) {
            for (int from = 0; from < rows; from += 100) {
                List<Map<String, Object>> items = IntStream.range(from, from + 100).mapToObj(i -> row.of(payloads.get(i), i))
                        .collect(Collectors.toList());
                api.post(path + "/bulk", Map.of("operation", "create", "items", items)).expect(200);
            }
        }

        long company() {
            return company;
        }

        int kept() {
            return kept;
        }

        List<String> pages(int width) {
            List<String> pages = new ArrayList<>(List.of("/", "/r/masters.party", "/r/masters.product", "/r/platform.tag", "/r/sales.order",
                    "/r/sales.order/" + order, "/r/masters.party/" + parties.get(0)));
            if (width > 700) {
                pages.addAll(List.of("/r/sales.order?view=kanban", "/r/sales.order?view=calendar", "/r/sales.order?view=pivot",
                        "/r/sales.order?group=party", "/r/masters.party/new", "/r/platform.savedView", "/r/platform.dashboard", "/r/platform.role",
                        "/r/platform.customField", "/r/platform.printTemplate", "/r/platform.mailTemplate", "/r/platform.company",
                        "/my-tasks", "/notifications", "/audit", "/reports", "/import", "/apps", "/profile",
                        "/reports/sales.backlog", "/reports/finance.partyStatement"));
                IntStream.range(0, 30).forEach(i -> pages.add("/r/masters.party/" + parties.get(i * parties.size() / 30)));
                undo.forEach(path -> pages.add("/r/platform." + Map.of("custom-fields", "customField", "roles", "role", "print-templates",
                        "printTemplate", "mail-templates", "mailTemplate").get(path.split("/")[2]) + "/" + path.split("/")[3]));
            }
            return pages;
        }

        @Override
        public void close() {
            for (String path : undo) {
                api.delete(path, api.get(path).json().path("version").asLong());
            }
            admin.patch("/platform/companies/" + company, companyVersion, Map.of("active", false, "name", "Injected"));
        }
    }
}
