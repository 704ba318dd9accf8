package org.ashlar.platform.automation.internal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ashlar.platform.problem.Problem;

/**
 * One value to set: {@code field = text with {{placeholders}}} or {@code field := formula}.
 *
 * @param field field
 * @param formula whether {@code value} is a formula
 * @param value text or formula
 */
public record Assignment(String field, boolean formula, String value) {

    private static final Pattern LINE = Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_]{0,63})\\s*(:?=)\\s?(.*)");
    private static final int MAX = 100;

    /**
     * Reads one assignment per line; empty lines and lines that begin with {@code #} say nothing.
     *
     * @throws Problem RULE {@code platform.automation.assignment} at {@code field} with the line's number
     */
    public static List<Assignment> parse(String text, String field) {
        List<Assignment> all = new ArrayList<>();
        String[] lines = text == null ? new String[0] : text.split("\\R");
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].isBlank() || lines[i].strip().startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(lines[i]);
            if (!matcher.matches() || all.size() == MAX) {
                throw Problem.rule(field, "platform.automation.assignment", i + 1, lines[i].strip());
            }
            all.add(new Assignment(matcher.group(1), matcher.group(2).equals(":="), matcher.group(3).strip()));
        }
        return all;
    }
}
