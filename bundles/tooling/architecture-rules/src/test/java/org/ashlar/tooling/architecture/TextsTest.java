package org.ashlar.tooling.architecture;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final int MOST_ARGUMENTS = 10;

    private final House house = House.present();

    @Test
    void everyTextHasItsTwin() {
        Violations violations = new Violations("Every text is there in English and in Chinese");
        for (BuiltBundle bundle : house.bundles()) {
            Map<String, String> english = bundle.texts("en");
            Map<String, String> chinese = bundle.texts("zh");
            english.keySet().stream().filter(k -> !chinese.containsKey(k))
                    .forEach(k -> violations.add("%s: %s is missing in Chinese", bundle.name(), k));
            chinese.keySet().stream().filter(k -> !english.containsKey(k))
                    .forEach(k -> violations.add("%s: %s is missing in English", bundle.name(), k));
            english.forEach((k, t) -> violations.addUnless(!t.isBlank(), "%s: %s is empty", bundle.name(), k));
            chinese.forEach((k, t) -> violations.addUnless(!t.isBlank(), "%s: %s is empty in Chinese", bundle.name(), k));
        }
        violations.check();
    }

    @Test
    void bothLanguagesUseTheSameArguments() {
        Violations violations = new Violations("Texts are valid message formats with the same arguments in both languages");
        for (BuiltBundle bundle : house.bundles()) {
            Map<String, String> chinese = bundle.texts("zh");
            bundle.texts("en").forEach((key, text) -> {
                Set<Integer> english = arguments(bundle, key, text, violations);
                if (chinese.containsKey(key)) {
                    Set<Integer> other = arguments(bundle, key, chinese.get(key), violations);
                    violations.addUnless(english.equals(other), "%s: %s uses %s in English and %s in Chinese", bundle.name(),
                            key, english, other);
                }
            });
        }
        violations.check();
    }

    /** The arguments that show in the text; a quote that is not doubled swallows what follows it. */
    private static Set<Integer> arguments(BuiltBundle bundle, String key, String text, Violations violations) {
        Set<Integer> used = new TreeSet<>();
        if (text.indexOf('{') < 0 && text.indexOf('\'') < 0) {
            return used;
        }
        Object[] values = new Object[MOST_ARGUMENTS];
        Arrays.fill(values, 7_777);
        try {
            MessageFormat format = new MessageFormat(text, Locale.ENGLISH);
            int count = format.getFormatsByArgumentIndex().length;
            String usual = format.format(values);
            for (int i = 0; i < count; i++) {
                Object[] other = values.clone();
                other[i] = 5;
                if (!format.format(other).equals(usual)) {
                    used.add(i);
                }
            }
            violations.addUnless(!text.replace("''", "").matches(".*'[^{}].*|.*'"), "%s: %s has a single quote that is not doubled",
                    bundle.name(), key);
        } catch (IllegalArgumentException e) {
            violations.add("%s: %s is no message format: %s", bundle.name(), key, e.getMessage());
        }
        return used;
    }
}
