package org.ashlar.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Every main page in both languages, light and dark, on a desktop and on a phone: axe finds nothing, nothing is cut off or
 * wider than the window, nothing is left untranslated, the console stays quiet. The pictures are in
 * {@code target/screenshots}, what was found in {@code target/looks.txt}. {@code -Dashlar.views=board,form} looks at some only.
 */
class AccessibilityTest {
    private static final Set<String> DATA_EN = Set.of("中文", "Language / 语言", "初步沟通", "需求确认", "方案报价", "商务谈判", "合同签订");
    private static final Set<String> DATA_ZH = Set.of();

    @Test
    void everyPageCanBeReadByEverybody() throws Exception {
        Demo.address();
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<List<String>>> looks = both.invokeAll(List.<Callable<List<String>>>of(() -> look("zh", DATA_ZH),
                    () -> look("en", DATA_EN)));
            List<String> found = new ArrayList<>();
            for (Future<List<String>> look : looks) {
                found.addAll(look.get());
            }
            Files.createDirectories(Path.of("target"));
            Files.write(Path.of("target", "looks.txt"), found);
            assertThat(found).isEmpty();
        } finally {
            both.shutdownNow();
        }
    }

    private static List<String> look(String language, Set<String> data) {
        Set<String> wanted = Set.of(System.getProperty("ashlar.views", "").split(","));
        try (Looks looks = new Looks(language, data)) {
            looks.atTheDoor();
            Views.all().stream().filter(v -> wanted.contains("") || wanted.contains(v.name())).forEach(looks::at);
            return looks.found();
        }
    }
}
