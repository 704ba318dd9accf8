package org.ashlar.platform.records.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of bind variables in built statements, and their way from {@code :name} to positions. */
final class Slot {

    static final String COMPANY = "c";
    static final String ID = "i";
    static final String OFFSET = "o";
    static final String LIMIT = "l";
    /** Followed by an index: value of the filter or search. */
    static final String VALUE = "v";
    /** Followed by an index: owner of lines. */
    static final String OWNER = "k";

    /** jOOQ casts bind variables on Derby, which costs time and indexes; beside a column their type is known anyway. */
    private static final Pattern CAST = Pattern.compile("cast\\((:(?:[ciol]|[vk]\\d+)) as [a-z]+(?:\\([0-9, ]+\\))?\\)");
    private static final Pattern NAMED = Pattern.compile(":([ciol]|[vk]\\d+)\\b");

    private Slot() {
    }

    /**
     * A statement with question marks.
     *
     * @param sql statement
     * @param slots slot per question mark
     */
    record Positional(String sql, String[] slots) {
    }

    static Positional positional(String named) {
        Matcher matcher = NAMED.matcher(CAST.matcher(named).replaceAll("$1"));
        StringBuilder sql = new StringBuilder(named.length());
        List<String> slots = new ArrayList<>();
        while (matcher.find()) {
            slots.add(matcher.group(1));
            matcher.appendReplacement(sql, "?");
        }
        return new Positional(matcher.appendTail(sql).toString(), slots.toArray(String[]::new));
    }
}
