package org.ashlar.platform.operations.internal.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.ashlar.platform.module.ModulePlans.Contents;
import org.ashlar.platform.module.ModulePlans.Titled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;

class ModuleJarTest {

    @TempDir
    private Path folder;

    private Path jar(Map<String, String> headers, Map<String, String> files) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        Path jar = folder.resolve("module.jar");
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Map.Entry<String, String> entry : files.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return jar;
    }

    @Test
    void aManifestSaysWhatModuleItIsAndWhatItNeeds() throws IOException {
        ModuleJar jar = ModuleJar.of(jar(Map.of("Bundle-SymbolicName", "com.acme.carrier;singleton:=true", "Bundle-Version", "1.2.0",
                "Provide-Capability", "osgi.service;objectClass:List<String>=\"a,b\";uses:=\"x\",ashlar.module;id=acme-carrier;"
                        + "kind=extension;validates=\"sales.order,masters.party\"",
                "Require-Capability", "ashlar.module;effective:=active;filter:=\"(id=sales)\",ashlar.module;filter:=\"(id=finance)\";"
                        + "resolution:=optional",
                "Import-Package", "org.ashlar.sales;version=\"[1.0,2)\",org.slf4j,maybe;resolution:=optional"), Map.of()));
        assertThat(jar.name()).isEqualTo("com.acme.carrier");
        assertThat(jar.version()).isEqualTo("1.2.0");
        assertThat(jar.module()).contains("acme-carrier");
        assertThat(jar.kind()).isEqualTo("extension");
        assertThat(jar.validates()).containsExactly("sales.order", "masters.party");
        assertThat(jar.requires()).containsExactly("sales");
        assertThat(jar.imports()).containsOnlyKeys("org.ashlar.sales", "org.slf4j");
        assertThat(jar.imports().get("org.ashlar.sales").includes(new Version(1, 9, 0))).isTrue();
        assertThat(jar.imports().get("org.ashlar.sales").includes(new Version(2, 0, 0))).isFalse();
    }

    @Test
    void textsMenusAndRolesSayWhatItBrings() throws IOException {
        ModuleJar jar = ModuleJar.of(jar(Map.of("Bundle-SymbolicName", "x", "Provide-Capability", "ashlar.module;id=acme"), Map.of(
                "ASHLAR-INF/i18n/messages_en.properties", "model.acme.van=Van\naction.acme.van.send=Send\nfield.acme.van.no=No\n"
                        + "report.acme.runs=Driver''s runs\nreport.acme.runs.day=Day\nrole.acme.user=User\n",
                "ASHLAR-INF/i18n/messages_zh.properties", "model.acme.van=货车\n",
                "ASHLAR-INF/menu/menu.json", "{\"menus\":[{\"id\":\"van\",\"model\":\"acme.van\"}]}",
                "ASHLAR-INF/security/roles.json", "[{\"id\":\"acme.user\",\"grants\":[\"acme.*\",\"acme.van.drive\",\"sales.order.read\"]}]")));
        Contents brings = ContentsReader.read(List.of(jar), Locale.SIMPLIFIED_CHINESE);
        assertThat(brings.models()).containsExactly(new Titled("acme.van", "货车"));
        assertThat(brings.actions()).containsExactly(new Titled("acme.van.send", "Send"));
        assertThat(brings.reports()).containsExactly(new Titled("acme.runs", "Driver's runs"));
        assertThat(brings.menus()).containsExactly(new Titled("acme.van", "货车"));
        assertThat(brings.roles()).containsExactly(new Titled("acme.user", "User"));
        assertThat(brings.permissions()).containsExactly("acme.van.create", "acme.van.delete", "acme.van.drive", "acme.van.read",
                "acme.van.send", "acme.van.update");
    }

    @Test
    void whatIsNoBundleHasNoName() throws IOException {
        assertThat(ModuleJar.of(jar(Map.of(), Map.of())).name()).isNull();
    }
}
