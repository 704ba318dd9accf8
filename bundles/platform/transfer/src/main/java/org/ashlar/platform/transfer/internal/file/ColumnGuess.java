package org.ashlar.platform.transfer.internal.file;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Guesses the type of a column from its values. Not thread-safe. */
final class ColumnGuess {

    private static final List<String> DATES = List.of("uuuu-MM-dd", "uuuu/M/d", "dd.MM.uuuu", "M/d/uuuu", "d/M/uuuu", "uuuuMMdd",
            "uuuu年M月d日", "uuuu-MM-dd HH:mm:ss", "uuuu-MM-dd HH:mm:ss.SSS", "uuuu/M/d H:mm");
    private static final Set<String> BOOLEANS = Set.of("true", "false", "yes", "no", "y", "n", "是", "否", "0", "1");

    private final Set<String> samples = new LinkedHashSet<>();
    private final List<String> formats = new ArrayList<>(DATES);
    private boolean integer = true;
    private boolean decimal = true;
    private boolean flag = true;
    private int seen;

    void see(String value) {
        String text = value.strip();
        if (text.isEmpty()) {
            return;
        }
        seen++;
        if (samples.size() < 5) {
            samples.add(text.length() > 80 ? text.substring(0, 80) : text);
        }
        // A number with leading zeros is a code: "007" must not lose them.
        integer = integer && text.matches("[+-]?(0|[1-9]\\d{0,17})");
        decimal = decimal && text.matches("[+-]?\\d{1,3}(,\\d{3})*(\\.\\d+)?|[+-]?\\d+(\\.\\d+)?")
                && !text.matches("[+-]?0\\d.*");
        flag = flag && BOOLEANS.contains(text.toLowerCase(java.util.Locale.ROOT));
        formats.removeIf(format -> !fits(format, text));
    }

    private static boolean fits(String format, String text) {
        try {
            LocalDate.parse(text, DateTimeFormatter.ofPattern(format).withResolverStyle(ResolverStyle.STRICT));
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    String type() {
        if (seen == 0) {
            return "text";
        }
        return flag && !onlyDigits() ? "boolean" : !formats.isEmpty() && !integer ? "date" : integer ? "integer"
                : decimal ? "decimal" : "text";
    }

    private boolean onlyDigits() {
        return samples.stream().allMatch(s -> s.matches("\\d"));
    }

    /** The pattern of dates in the words of the mapping, {@code null} for other types. */
    String format() {
        return "date".equals(type()) ? formats.get(0).replace("uuuu", "yyyy") : null;
    }

    List<String> samples() {
        return List.copyOf(samples);
    }
}
