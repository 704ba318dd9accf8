package org.ashlar.platform.shell.internal.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LinkerTest {
    private static Map<String, byte[]> files(String... pairs) {
        Map<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            files.put(pairs[i], pairs[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    private static String text(Map<String, byte[]> linked, String path) {
        return new String(linked.get(path), StandardCharsets.UTF_8);
    }

    @Test
    void whatIsSharedStandsOnceAndPagesOfLaterUseIt() {
        Map<String, byte[]> linked = new Linker(files("shell/main.js",
                "import { h } from 'preact';\nimport { a as b } from '../sdk/sdk.js';\nexport const go = () => import('../pages/p.js');\n",
                "sdk/sdk.js", "export { a } from './a.js';\nexport * as all from './a.js';\n", "sdk/a.js",
                "export function a() {\n  return import.meta.url;\n}\n", "pages/p.js",
                "import { a } from '../sdk/a.js';\nimport { w } from './w.js';\nexport function P() {\n  return a() + w;\n}\n",
                "pages/w.js", "export const w = 1;\n")).link();
        assertThat(linked).containsOnlyKeys("shell/main.js", "pages/p.js", "sdk/sdk.js");
        assertThat(text(linked, "shell/main.js")).contains("const { h } = $preact;", "const { a: b } = $shared['sdk/sdk.js'];",
                "import('../pages/p.js')", "new URL('../sdk/a.js', import.meta.url)", "all: $shared['sdk/a.js']");
        assertThat(text(linked, "pages/p.js")).contains("const { a } = $shared['sdk/a.js'];",
                "const { w } = $own['pages/w.js'];", "export const P = $own['pages/p.js'].P;",
                "import { $shared } from '../shell/main.js';");
        assertThat(text(linked, "sdk/sdk.js")).contains("export const a = $shared['sdk/sdk.js'].a;");
    }

    @Test
    void circlesAreNamed() {
        assertThatThrownBy(() -> new Linker(files("shell/main.js", "import { a } from './a.js';\n", "shell/a.js",
                "import { b } from './main.js';\nexport const a = 1;\n"))).hasMessageContaining("circle");
    }

    @Test
    void theFilesOfTheInterfaceLinkAndLeaveNoStatementBehind() {
        Map<String, byte[]> linked = new Linker(WebFiles.all()).link();
        assertThat(linked.size()).isBetween(8, 70);
        linked.forEach((path, bytes) -> assertThat(new String(bytes, StandardCharsets.UTF_8).lines()
                .filter(l -> l.startsWith("import ") || l.startsWith("export ")).filter(l -> l.contains("from '."))
                .filter(l -> !l.contains("$shared"))).as(path).isEmpty());
    }
}
