package org.ashlar.itests.browser;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words that are the same in both languages: abbreviations, formats, codes; and data of the demo company. */
final class Words {
    private static final Pattern PARTS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Set<String> SAME = Set.of("ashlar", "pdf", "csv", "xlsx", "id", "api", "rest", "json", "sql", "rsql",
            "totp", "oidc", "ldap", "webhook", "url", "http", "https", "cny", "eur", "usd", "english", "ctrl", "alt", "enter",
            "esc", "tab", "shift", "sku", "iban", "bic", "vcard", "ok", "email", "html", "ip", "xml", "cron", "smtp",
            "sdk", "kb", "mb", "ms", "css");
    private static final List<Pattern> CODES = Stream.of("[A-Z]{1,5}([-/][A-Z]+)?[-/]?\\d[\\w/-]*", "\\d.*", "[\\w.+-]+@[\\w.-]+",
            "[A-Z]{2,3}", "[A-Z]{3} [^\\d]{0,4}[\\d.,]+", "admin", "https?://\\S+").map(Pattern::compile).toList();

    private Words() {
    }

    /** Whether a label needs no translation; names of records in it do not count. */
    static boolean known(String said, Set<String> data) {
        String label = without(data, said);
        if (CHINESE.matcher(said).find() && !CHINESE.matcher(label).find()) {
            return true;
        }
        String[] pieces = label.split(" · ");
        if (pieces.length > 1) {
            return Stream.of(pieces).allMatch(piece -> known(piece, data));
        }
        return data.contains(label) || CODES.stream().anyMatch(c -> c.matcher(label).matches())
                || PARTS.splitAsStream(label).filter(w -> w.length() > 1).map(String::toLowerCase).allMatch(SAME::contains);
    }

    private static String without(Set<String> names, String label) {
        if (names.contains(label)) {
            return label;
        }
        String rest = label;
        for (String name : names) {
            rest = name.length() > 1 ? rest.replace(name, " ") : rest;
        }
        return rest;
    }
}
