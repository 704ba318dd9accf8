package org.ashlar.platform.kernel.internal.numbering;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ashlar.platform.numbering.NumberSeries.Reset;

/** Turns a date and a count into a document number. Pure. */
final class NumberPattern {

    private static final Pattern FIELD = Pattern.compile("\\{(yyyy|yy|MM|dd|seq(?::(\\d{1,2}))?)\\}");

    private NumberPattern() {
    }

    static String format(String pattern, LocalDate date, long count) {
        Matcher matcher = FIELD.matcher(pattern);
        StringBuilder number = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(number, switch (matcher.group(1)) {
                case "yyyy" -> digits(date.getYear(), 4);
                case "yy" -> digits(date.getYear() % 100, 2);
                case "MM" -> digits(date.getMonthValue(), 2);
                case "dd" -> digits(date.getDayOfMonth(), 2);
                default -> digits(count, matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2)));
            });
        }
        return matcher.appendTail(number).toString();
    }

    /** Names the period in which counting goes on. */
    static String period(Reset reset, LocalDate date) {
        return switch (reset) {
            case NEVER -> "-";
            case YEARLY -> digits(date.getYear(), 4);
            case MONTHLY -> digits(date.getYear(), 4) + "-" + digits(date.getMonthValue(), 2);
        };
    }

    private static String digits(long value, int width) {
        return String.format(Locale.ROOT, "%0" + Math.max(1, width) + "d", value);
    }
}
