package org.ashlar.platform.shell.internal.assets;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The icons in use, as one sprite, and any other of the set by its name: a module may name what it likes. */
final class IconSprite {
    private static final Pattern SYMBOL = Pattern.compile("<symbol\\b[^>]*\\bid=\"([a-z0-9-]+)\"[^>]*>(.*?)</symbol>",
            Pattern.DOTALL);
    private static final String OPEN = "<svg xmlns=\"http://www.w3.org/2000/svg\"";
    private static final String STROKE = " fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.75\" "
            + "stroke-linecap=\"round\" stroke-linejoin=\"round\"";

    /** Names that older versions of the set had. */
    private static final Map<String, String> RENAMED = Map.of("check-square", "square-check", "check-circle", "circle-check",
            "alert-circle", "circle-alert", "alert-triangle", "triangle-alert", "layout", "panels-top-left", "edit", "pencil",
            "bar-chart", "chart-column", "home", "house", "unlock", "lock-open", "filter", "funnel");

    private final Map<String, String> symbols = new LinkedHashMap<>();

    IconSprite(String sprite) {
        Matcher matcher = SYMBOL.matcher(sprite);
        while (matcher.find()) {
            symbols.put(matcher.group(1), matcher.group(2).replaceAll("\\s+", " ").trim());
        }
    }

    /** A sprite of the named icons; names that the set does not know are left out. */
    byte[] of(Iterable<String> names) {
        StringBuilder out = new StringBuilder(OPEN).append('>');
        for (String name : names) {
            String body = symbols.get(name);
            if (body != null) {
                out.append("<symbol id=\"").append(name).append("\" viewBox=\"0 0 24 24\"").append(STROKE).append('>')
                        .append(body).append("</symbol>");
            }
        }
        return out.append("</svg>").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** One icon as a picture; a plain circle for a name that the set does not know, {@code null} without a set. */
    byte[] one(String name) {
        String body = symbols.getOrDefault(RENAMED.getOrDefault(name, name), symbols.get("circle"));
        return body == null ? null
                : (OPEN + " viewBox=\"0 0 24 24\"" + STROKE + '>' + body + "</svg>").getBytes(StandardCharsets.UTF_8);
    }
}
