package org.ashlar.tooling.architecture;

import java.util.Set;
import java.util.TreeSet;

/** Collects every breach of a rule, so that one run names them all. */
final class Violations {

    private final String rule;
    private final Set<String> found = new TreeSet<>();

    Violations(String rule) {
        this.rule = rule;
    }

    void add(String format, Object... args) {
        found.add(String.format(format, args));
    }

    void addUnless(boolean fine, String format, Object... args) {
        if (!fine) {
            add(format, args);
        }
    }

    void check() {
        if (!found.isEmpty()) {
            throw new AssertionError(rule + " (" + found.size() + " times not so)\n  - " + String.join("\n  - ", found));
        }
    }
}
