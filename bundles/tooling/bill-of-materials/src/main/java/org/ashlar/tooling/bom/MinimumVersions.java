package org.ashlar.tooling.bom;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** Versions below which a library must not be delivered, each with its reason. Immutable. */
final class MinimumVersions {

    private static final Pattern LINE = Pattern.compile("(\\S+) +(\\S+) +(\\S.*)");

    private final List<Rule> rules;

    private record Rule(String id, ComparableVersion least, String reason) {
    }

    private MinimumVersions(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Rules of a text: a line each with group:name, least version and reason; {@code #} begins a remark.
     *
     * @throws IllegalArgumentException at a line that says something else
     */
    static MinimumVersions of(String text) {
        List<Rule> rules = new ArrayList<>();
        for (String line : text.lines().map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("#")).toList()) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new IllegalArgumentException("Not 'group:name version reason': " + line);
            }
            rules.add(new Rule(parts.group(1), new ComparableVersion(parts.group(2)), parts.group(3)));
        }
        return new MinimumVersions(rules);
    }

    /** What is too old, in words; empty if nothing is. */
    List<String> tooOld(List<Library> libraries) {
        List<String> found = new ArrayList<>();
        for (Library library : libraries) {
            for (Rule rule : rules) {
                if (rule.id.equals(library.id()) && new ComparableVersion(library.version()).compareTo(rule.least) < 0) {
                    found.add(library.id() + " " + library.version() + " is older than " + rule.least + ": " + rule.reason);
                }
            }
        }
        return found;
    }

    /** Libraries of rules that concern nothing any more, so that the list stays true. */
    List<String> idle(List<Library> libraries) {
        return rules.stream().map(Rule::id).distinct().filter(id -> libraries.stream().noneMatch(l -> l.id().equals(id))).toList();
    }
}
