package org.ashlar.purchasing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code that the module throws has words in both languages. */
class TextsTest {

    private static Properties texts(String language) throws Exception {
        Properties texts = new Properties();
        try (var in = TextsTest.class.getResourceAsStream("/ASHLAR-INF/i18n/messages_" + language + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndAreSoundFormats() throws Exception {
        Properties en = texts("en");
        Properties zh = texts("zh");
        assertThat(zh.keySet()).isEqualTo(en.keySet());
        en.values().forEach(v -> new MessageFormat((String) v));
        zh.values().forEach(v -> new MessageFormat((String) v));
    }

    @Test
    void everyThrownCodeHasWords() throws Exception {
        Pattern code = Pattern.compile("\"(purchasing\\.(?:order|orderLine|match|vendorPrice)\\.[a-zA-Z.]+)\"");
        Set<String> thrown = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher matcher = code.matcher(Files.readString(file));
                while (matcher.find()) {
                    thrown.add(matcher.group(1));
                }
            }
        }
        thrown.removeIf(c -> c.matches("purchasing\\.(order|vendorPrice)\\.(read|create|update|confirm|cancel|receive|return"
                + "|bill|credit|history)")
                || c.equals("purchasing.order.state.") || c.endsWith("TolerancePercent"));
        assertThat(thrown).isNotEmpty();
        assertThat(texts("en").stringPropertyNames()).containsAll(thrown);
    }
}
