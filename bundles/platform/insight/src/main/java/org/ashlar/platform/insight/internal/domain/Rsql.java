package org.ashlar.platform.insight.internal.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import org.ashlar.platform.insight.internal.domain.Period.Span;

/** Makes conditions in RSQL. */
public final class Rsql {

    private Rsql() {
    }

    /** Both conditions; either may be {@code null} or empty. */
    public static String and(String a, String b) {
        if (a == null || a.isBlank()) {
            return b == null || b.isBlank() ? null : b;
        }
        return b == null || b.isBlank() ? a : part(a) + ";" + b;
    }

    /** Only alternatives need brackets: a comma that stands in no brackets and no text. */
    private static String part(String filter) {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < filter.length(); i++) {
            char c = filter.charAt(i);
            if (quote != 0) {
                i += c == '\\' ? 1 : 0;
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == ',' && depth == 0 || filter.startsWith(" or ", i) && depth == 0) {
                return "(" + filter + ")";
            } else {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
        }
        return filter;
    }

    /** Days of a date field. */
    public static String days(String field, Span span) {
        String to = field + "=le=" + span.to();
        return span.from() == null ? to : field + "=ge=" + span.from() + ";" + to;
    }

    /** Days of a field that holds moments, as they are counted in a zone. */
    public static String moments(String field, Span span, ZoneId zone) {
        String to = field + "=lt=" + span.to().plusDays(1).atStartOfDay(zone).toInstant();
        return span.from() == null ? to : field + "=ge=" + span.from().atStartOfDay(zone).toInstant() + ";" + to;
    }

    /** One value as text. A list of one does not take the asterisk for a wildcard. */
    public static String text(String field, String value) {
        return field + "=in=(\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\")";
    }

    /** One plain value: number, option, truth. */
    public static String plain(String field, Object value) {
        return value == null ? field + "=null=true" : field + "==" + value;
    }

    /** The days of a bucket of groups: 2026, 2026-Q1, 2026-03, 2026-W09 or a day. */
    public static Span bucket(String name) {
        int year = Integer.parseInt(name.substring(0, 4));
        if (name.length() == 4) {
            return new Span(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        }
        if (name.charAt(5) == 'Q') {
            LocalDate from = LocalDate.of(year, Integer.parseInt(name.substring(6)) * 3 - 2, 1);
            return new Span(from, from.plusMonths(3).minusDays(1));
        }
        if (name.charAt(5) == 'W') {
            LocalDate from = LocalDate.of(year, 1, 4).with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(name.substring(6)))
                    .with(java.time.temporal.ChronoField.DAY_OF_WEEK, 1);
            return new Span(from, from.plusDays(6));
        }
        if (name.length() == 7) {
            LocalDate from = LocalDate.of(year, Integer.parseInt(name.substring(5)), 1);
            return new Span(from, from.plusMonths(1).minusDays(1));
        }
        LocalDate day = LocalDate.parse(name);
        return new Span(day, day);
    }
}
