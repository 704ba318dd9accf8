package org.ashlar.tooling.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The bundles in their layers and who imports whom, from the manifests. What everybody imports, {@code platform-api}, and
 * what an implementation imports from its own api bundle is left out: those lines would hide the others.
 */
final class Picture {

    private static final int WIDTH = 1180;
    private static final int LEFT = 150;
    private static final int BOX_WIDTH = 150;
    private static final int BOX_HEIGHT = 30;
    private static final int GAP_X = 22;
    private static final int ROW = 62;
    private static final int BAND_GAP = 46;

    private final House house;
    private final Map<String, int[]> places = new LinkedHashMap<>();
    private final StringBuilder bands = new StringBuilder();
    private final StringBuilder boxes = new StringBuilder();
    private final StringBuilder lines = new StringBuilder();
    private int bottom = 64;

    Picture(House house) {
        this.house = house;
    }

    String draw() {
        for (Layer layer : Layer.values()) {
            List<BuiltBundle> apis = house.bundles().stream().filter(b -> b.layer() == layer && b.api()).toList();
            List<BuiltBundle> works = house.bundles().stream().filter(b -> b.layer() == layer && !b.api()).toList();
            if (!apis.isEmpty() || !works.isEmpty()) {
                band(layer, apis, works);
            }
        }
        house.bundles().forEach(this::imports);
        int height = bottom - BAND_GAP + 30;
        return String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" font-family="system-ui, sans-serif" font-size="13">
                <title>Ashlar: bundles and their imports</title>
                <style>
                .band{fill:#f4f1ea;stroke:#d9d2c3}.api{fill:#fff;stroke:#2f5d62;stroke-width:1.6}
                .work{fill:#2f5d62;stroke:#2f5d62}.light{fill:#fff}.dark{fill:#1d2b2c}
                .use{fill:none;stroke:#b5652b;stroke-width:1.2;opacity:.75}text{dominant-baseline:middle}
                </style>
                <defs><marker id="a" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#b5652b"/></marker></defs>
                <rect width="%1$d" height="%2$d" fill="#fff"/>
                <text x="16" y="28" class="dark">Lines: imports. Light: api bundles, which only export; dark: implementations, which export nothing. Every bundle imports platform-api, every implementation its own api.</text>
                """, WIDTH, height) + bands + lines + boxes + "</svg>\n";
    }

    private void band(Layer layer, List<BuiltBundle> apis, List<BuiltBundle> works) {
        int top = bottom;
        int y = top + 16;
        for (List<BuiltBundle> row : rows(apis, works)) {
            int x = LEFT + (WIDTH - 32 - LEFT - row.size() * (BOX_WIDTH + GAP_X)) / 2;
            for (BuiltBundle bundle : row) {
                places.put(bundle.name(), new int[] {x, y});
                boxes.append(String.format(Locale.ROOT,
                        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"5\" class=\"%s\"/>"
                                + "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" class=\"%s\">%s</text>%n",
                        x, y, BOX_WIDTH, BOX_HEIGHT, bundle.api() ? "api" : "work", x + BOX_WIDTH / 2,
                        y + BOX_HEIGHT / 2 + 1, bundle.api() ? "dark" : "light", bundle.name()));
                x += BOX_WIDTH + GAP_X;
            }
            y += ROW;
        }
        int height = y - ROW + BOX_HEIGHT + 16 - top;
        bands.append(String.format(Locale.ROOT,
                "<rect x=\"16\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\" class=\"band\"/>"
                        + "<text x=\"30\" y=\"%d\" class=\"dark\" font-weight=\"600\">%s</text>%n",
                top, WIDTH - 32, height, top + 31, layer.folder()));
        bottom = top + height + BAND_GAP;
    }

    /** Api bundles stand below, where the lines of those who use them come from. */
    private static List<List<BuiltBundle>> rows(List<BuiltBundle> apis, List<BuiltBundle> works) {
        int fit = (WIDTH - 32 - LEFT) / (BOX_WIDTH + GAP_X);
        List<List<BuiltBundle>> rows = new ArrayList<>();
        for (List<BuiltBundle> all : List.of(works, apis)) {
            for (int from = 0; from < all.size(); from += fit) {
                rows.add(all.subList(from, Math.min(all.size(), from + fit)));
            }
        }
        return rows;
    }

    private void imports(BuiltBundle bundle) {
        Set<String> used = new TreeSet<>();
        bundle.suiteImports().forEach(p -> house.exporter(p).filter(e -> !e.family().equals(bundle.family()))
                .filter(e -> !e.name().equals("platform-api")).ifPresent(e -> used.add(e.name())));
        int[] from = places.get(bundle.name());
        for (String name : used) {
            int[] to = places.get(name);
            int x1 = from[0] + BOX_WIDTH / 2;
            int x2 = to[0] + BOX_WIDTH / 2;
            int y1 = from[1];
            int y2 = to[1] + BOX_HEIGHT + 2;
            lines.append(String.format(Locale.ROOT,
                    "<path class=\"use\" marker-end=\"url(#a)\" d=\"M%d %dC%d %d %d %d %d %d\"/>%n", x1, y1, x1, y1 - 36, x2,
                    y2 + 36, x2, y2));
        }
    }
}
