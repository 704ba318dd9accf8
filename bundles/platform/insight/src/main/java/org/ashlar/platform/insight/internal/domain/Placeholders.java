package org.ashlar.platform.insight.internal.domain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts that move with the day: {@code {today}}, {@code {user}} and first or last day of a {@link Period}, such as
 * {@code {lastMonth.from}}.
 */
public final class Placeholders {

    private static final Pattern DAY = Pattern.compile("\\{([A-Za-z0-9]+)\\.(from|to)}");

    private Placeholders() {
    }

    /** The text with values put in; what is no placeholder stays. */
    public static String fill(String text, LocalDate today, long user) {
        if (text == null) {
            return null;
        }
        Matcher matcher = DAY.matcher(text.replace("{today}", today.toString()).replace("{user}", Long.toString(user)));
        return matcher.replaceAll(found -> Matcher.quoteReplacement(Period.of(found.group(1)).map(p -> p.on(today))
                .map(s -> found.group(2).equals("from") ? s.from() : s.to()).map(LocalDate::toString).orElse(found.group())));
    }

    /** Parameters written as {@code from=2026-01-01&to=2026-12-31}; empty if they cannot be read. */
    public static Optional<Map<String, String>> parameters(String text) {
        Map<String, String> all = new LinkedHashMap<>();
        if (text == null || text.isBlank()) {
            return Optional.of(all);
        }
        for (String part : text.split("[&\\n]")) {
            int equals = part.indexOf('=');
            if (!part.isBlank() && equals < 1) {
                return Optional.empty();
            }
            if (equals > 0) {
                all.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
            }
        }
        return Optional.of(all);
    }
}
