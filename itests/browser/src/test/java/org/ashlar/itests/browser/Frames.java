package org.ashlar.itests.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ashlar.itests.support.Api;

/** Measures what the eye notices: the time between frames while something scrolls, and from a key to its picture. */
final class Frames {
    private static final int MILLION = 1_000_000;
    private static final String SCROLL = """
            ([selector, seconds, step]) => new Promise(done => {
              const box = document.querySelector(selector);
              const times = [];
              let most = 0, before = performance.now();
              const until = before + seconds * 1000;
              const tick = now => {
                times.push(now - before);
                before = now;
                most = Math.max(most, document.querySelectorAll('*').length);
                if (now > until) { times.shift(); return done({ times, elements: most, top: box.scrollTop }); }
                box.scrollTop += typeof step === 'number' ? step : 0;
                requestAnimationFrame(tick);
              };
              requestAnimationFrame(tick);
            })""";
    private static final String PAINTED = """
            n => new Promise(done => {
              const look = () => window.paints.length >= n ? done() : setTimeout(look, 5);
              look();
            })""";
    private static final String LISTEN = """
            () => {
              window.paints = [];
              document.addEventListener('keydown', event => {
                const from = event.timeStamp;
                requestAnimationFrame(() => {
                  const channel = new MessageChannel();
                  channel.port1.onmessage = () => window.paints.push(performance.now() - from);
                  channel.port2.postMessage(0);
                });
              }, true);
            }""";

    private Frames() {
    }

    /** Sorted times in ms; {@code elements} is the most that the page ever had. */
    record Times(List<Double> sorted, int elements) {
        double p(int percent) {
            return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
        }

        @Override
        public String toString() {
            return String.format("n=%d p50=%.1f p95=%.1f p99=%.1f max=%.1f ms, %d elements", sorted.size(), p(50), p(95), p(99),
                    p(100), elements);
        }
    }

    /** Scrolls an element by {@code step} px in each frame and tells how long the frames took. */
    static Times scroll(Page page, String selector, double seconds, int step) {
        Map<?, ?> found = (Map<?, ?>) page.evaluate(SCROLL, List.of(selector, seconds, step));
        return new Times(sorted((List<?>) found.get("times")), ((Number) found.get("elements")).intValue());
    }

    /** Types into the focused input, a key at a time; from the key's event to the end of the frame that shows it. */
    static Times keys(Page page, String text) {
        page.evaluate(LISTEN);
        for (int i = 0; i < text.length(); i++) {
            page.keyboard().press(text.substring(i, i + 1));
            page.evaluate(PAINTED, i + 1);
        }
        return new Times(sorted((List<?>) page.evaluate("() => window.paints")),
                ((Number) page.evaluate("document.querySelectorAll('*').length")).intValue());
    }

    /**
     * Lets a list believe that it has a million rows: windows of a collection such as {@code /masters/parties} are answered
     * from its own first rows, numbered anew. What the server does for a million rows is measured elsewhere.
     */
    static void million(Page page, String collection, Api api) {
        JsonNode sample = api.get(collection + "?limit=100").expect(200).json().path("rows");
        page.route("**/api/v1" + collection + "?*", route -> answer(route, sample));
    }

    /** Lets the form of a model believe that it has so many more fields ({@code wide0} ...), of all plain types. */
    static void wide(Page page, String model, Api api, int fields) {
        ObjectNode meta = (ObjectNode) api.get("/meta/" + model).expect(200).json();
        ObjectNode form = (ObjectNode) meta.path("views").path("form");
        ArrayNode first = Api.JSON.createArrayNode();
        for (int i = 0; i < fields; i++) {
            String name = "wide" + i;
            first.add(name);
            ObjectNode field = Api.JSON.createObjectNode().put("name", name).put("label", "Wide " + i);
            switch (i % 5) {
                case 0 -> field.put("type", "text").put("length", 80);
                case 1 -> field.put("type", "decimal").put("scale", 2);
                case 2 -> field.put("type", "date");
                case 3 -> field.put("type", "boolean");
                default -> field.put("type", "ref").put("target", "masters.product");
            }
            ((ArrayNode) meta.path("fields")).add(field);
        }
        ((ArrayNode) form.path("groups")).insertObject(0).set("fields", first);
        byte[] body = meta.toString().getBytes(StandardCharsets.UTF_8);
        page.route("**/api/v1/meta/" + model, route -> route.fulfill(new Route.FulfillOptions().setStatus(200)
                .setContentType("application/json").setBodyBytes(body)));
    }

    /** From now on counts in {@code window.inputs} how often inputs of fields are drawn; {@code __r} is Preact's hook before it. */
    static void countInputs(Page page) {
        page.evaluate("""
                async () => {
                  const { options } = await import('preact');
                  const before = options.__r;
                  window.inputs = 0;
                  options.__r = node => {
                    if (node.type && node.type.name === 'FieldInput') window.inputs++;
                    if (before) before(node);
                  };
                }""");
    }

    private static void answer(Route route, JsonNode sample) {
        Map<String, String> asked = Stream.of(java.net.URI.create(route.request().url()).getRawQuery().split("&"))
                .map(p -> p.split("=", 2)).collect(Collectors.toMap(p -> p[0], p -> p[1], (a, b) -> b));
        int offset = Integer.parseInt(asked.getOrDefault("offset", "0"));
        int limit = Math.min(Integer.parseInt(asked.getOrDefault("limit", "100")), MILLION - offset);
        ObjectNode answer = Api.JSON.createObjectNode().put("total", MILLION);
        ArrayNode rows = answer.putArray("rows");
        for (int i = 0; i < limit; i++) {
            rows.add(((ObjectNode) sample.get((offset + i) % sample.size()).deepCopy()).put("id", offset + i + 1));
        }
        try {
            route.fulfill(new Route.FulfillOptions().setStatus(200).setContentType("application/json")
                    .setBodyBytes(Api.JSON.writeValueAsBytes(answer)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Double> sorted(List<?> times) {
        return times.stream().map(t -> ((Number) t).doubleValue()).sorted().toList();
    }
}
