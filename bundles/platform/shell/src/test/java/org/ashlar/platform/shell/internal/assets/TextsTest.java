package org.ashlar.platform.shell.internal.assets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every text of the interface exists in both languages, with the same places to fill in. */
class TextsTest {
    private static final Pattern USE = Pattern.compile("(?<![\\w.])(?:t|has)\\('([a-zA-Z0-9.]+)'");
    private static final Pattern CHOICE = Pattern.compile("(?<![\\w.])t\\([^'`()]+\\? '([a-zA-Z0-9.]+)' : '([a-zA-Z0-9.]+)'");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final Map<String, byte[]> files = WebFiles.all();

    /** Those of the start page and of all areas; a key stands in one file only. */
    private Map<String, String> texts(String language) throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (file.getKey().matches("i18n/(areas/[a-z-]+\\.)?" + language + "\\.json")) {
                Map<String, String> texts = new ObjectMapper().readValue(file.getValue(), new TypeReference<>() {
                });
                texts.forEach((key, text) -> assertThat(all.put(key, text)).as(key + " in " + file.getKey()).isNull());
            }
        }
        return all;
    }

    @Test
    void everyAreaHasTextsAndStyles() {
        Pattern area = Pattern.compile("(?<![\\w.])area\\('([a-z-]+)'");
        Set<String> missing = new TreeSet<>();
        files.forEach((path, bytes) -> {
            if (path.endsWith(".js")) {
                area.matcher(new String(bytes, StandardCharsets.UTF_8)).results().map(m -> m.group(1))
                        .flatMap(a -> java.util.stream.Stream.of("i18n/areas/" + a + ".en.json", "i18n/areas/" + a + ".zh.json",
                                "styles/areas/" + a + ".css"))
                        .filter(file -> !files.containsKey(file)).forEach(missing::add);
            }
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaces() throws IOException {
        Map<String, String> en = texts("en");
        Map<String, String> zh = texts("zh");
        assertThat(zh.keySet()).isEqualTo(en.keySet());
        en.forEach((key, text) -> assertThat(places(zh.get(key))).as(key).isEqualTo(places(text)));
        zh.forEach((key, text) -> assertThat(text).as(key).isNotBlank());
    }

    @Test
    void everyKeyInUseHasAText() throws IOException {
        Map<String, String> en = texts("en");
        Set<String> missing = new TreeSet<>();
        files.forEach((path, bytes) -> {
            if (path.endsWith(".js")) {
                String code = new String(bytes, StandardCharsets.UTF_8);
                USE.matcher(code).results().map(m -> m.group(1)).filter(k -> !k.endsWith(".") && !en.containsKey(k))
                        .forEach(k -> missing.add(path + ": " + k));
                CHOICE.matcher(code).results().flatMap(m -> java.util.stream.Stream.of(m.group(1), m.group(2)))
                        .filter(k -> !en.containsKey(k)).forEach(k -> missing.add(path + ": " + k));
            }
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void everyIconInUseIsInTheSprite() {
        Set<String> known = Set.of(new String(files.get("icons.txt"), StandardCharsets.UTF_8).trim().split("\\s+"));
        Pattern icon = Pattern.compile("(?:<\\$\\{Icon} name=\"|icon=\"|icon: ')([a-z0-9-]+)");
        Set<String> missing = files.entrySet().stream().filter(e -> e.getKey().endsWith(".js"))
                .flatMap(e -> icon.matcher(new String(e.getValue(), StandardCharsets.UTF_8)).results().map(m -> m.group(1)))
                .filter(name -> !known.contains(name)).collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing).isEmpty();
    }

    /** Forms of one and many fill in the same, the number may be written out. */
    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(m -> m.group(1)).filter(p -> !p.equals("n"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
