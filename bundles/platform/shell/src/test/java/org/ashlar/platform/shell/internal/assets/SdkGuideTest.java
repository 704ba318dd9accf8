package org.ashlar.platform.shell.internal.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The guide of the SDK names each export with an example, and nothing that is not there. */
class SdkGuideTest {
    private static final Pattern NAMES = Pattern.compile("(?m)^export \\{ ([^}]+) }");
    private static final Pattern ONE = Pattern.compile("(?m)^export (?:\\* as|const|function|class) (\\w+)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| \\S[^\\n]* \\| \\S[^\\n]* \\|$");
    private static final Pattern FUNCTION = Pattern.compile("(?m)^export (?:const|function) (\\w+)");

    private final String sdk = text("sdk/sdk.js");
    private final String guide;

    SdkGuideTest() throws IOException {
        guide = Files.readString(Path.of("../../../docs/guides/sdk.md"));
    }

    private static String text(String file) {
        return new String(WebFiles.all().get(file), StandardCharsets.UTF_8);
    }

    @Test
    void eachExportHasALineWithAnExample() {
        Set<String> exports = NAMES.matcher(sdk).results().flatMap(m -> Arrays.stream(m.group(1).split(", ")))
                .collect(Collectors.toCollection(TreeSet::new));
        ONE.matcher(sdk).results().forEach(m -> exports.add(m.group(1)));
        Set<String> rows = ROW.matcher(guide.replace("\\|", "")).results().map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
        rows.removeAll(Set.of("page", "view", "widget", "panel", "tile", "command"));
        assertThat(rows).isEqualTo(exports);
    }

    @Test
    void eachPartIsInTheGallery() {
        String titles = WebFiles.all().keySet().stream().filter(f -> f.startsWith("pages/gallery/") || f.equals("widgets/samples.js"))
                .map(SdkGuideTest::text).flatMap(code -> Pattern.compile("part\\('([^']+)'").matcher(code).results().map(m -> m.group(1)))
                .collect(Collectors.joining(", "));
        assertThat(titles.split(", ")).contains(NAMES.matcher(sdk).results().flatMap(m -> Arrays.stream(m.group(1).split(", ")))
                .filter(n -> n.matches("[A-Z].*|.*Dialog|toast") && !n.equals("ApiError")).toArray(String[]::new));
    }

    @Test
    void eachFormatIsNamed() {
        FUNCTION.matcher(text("sdk/format.js")).results().map(m -> m.group(1)).filter(n -> !n.equals("setPlace"))
                .forEach(n -> assertThat(guide).contains("`" + n + "`"));
    }

    @Test
    void itIsTheGuideOfThisVersion() {
        assertThat(guide).contains("# `@ashlar/sdk` " + sdk.replaceAll("(?s).*version = '(\\d+\\.\\d+).*", "$1"));
    }
}
