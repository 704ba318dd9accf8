package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.ashlar.itests.support.Instance;
import org.ashlar.itests.support.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Bundles that mean harm, or were made carelessly: the suite stays up, or comes up without them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileExtensionsTest {

    @TempDir
    private Path folder;
    private Instance instance;

    @BeforeAll
    void givenARunningSuite() {
        instance = Instance.unpack("hostile", Map.of("ASHLAR_DEMO", "false"));
        instance.start();
    }

    @AfterAll
    void stop() {
        instance.close();
    }

    @Test
    void anUnsignedOneIsRefusedAndOneThatThrowsIsSetAside() throws IOException {
        Path jar = bundle("thrower", "throw new IllegalStateException(\"thrown in start\");");

        assertThatThrownBy(() -> instance.console("ashlar:extension-install", jar)).hasMessageContaining("not signed");
        assertThatThrownBy(() -> instance.console("ashlar:extension-install --unsigned", jar))
                .hasMessageContaining("thrown in start");
        assertThatThrownBy(() -> instance.console("ashlar:extension-install --language zh --unsigned", jar))
                .hasMessageContaining("隔离");

        assertThat(instance.ready()).isTrue();
        assertThat(instance.console("ashlar:extensions")).doesNotContain("thrower");
    }

    @Test
    void oneThatEndsTheProcessIsSkippedAtTheNextStart() throws IOException {
        Path jar = bundle("exiter", "Runtime.getRuntime().halt(3);");

        assertThatThrownBy(() -> instance.console("ashlar:extension-install --unsigned", jar)).isInstanceOf(AssertionError.class);
        Waiting.until("the process has ended", Duration.ofSeconds(30), () -> ProcessHandle.of(instance.pid())
                .map(p -> !p.isAlive()).orElse(true));
        instance.start();

        assertThat(instance.console("ashlar:extensions --json")).contains("exiter").contains("QUARANTINED");
        assertThat(instance.ready()).isTrue();
        instance.console("ashlar:extension-uninstall exiter");
        assertThat(instance.console("ashlar:extensions")).doesNotContain("exiter");
    }

    private Path bundle(String name, String start) throws IOException {
        Path source = folder.resolve(name).resolve("hostile").resolve("Activator.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "package hostile; public class Activator implements org.osgi.framework.BundleActivator {"
                + " public void start(org.osgi.framework.BundleContext c) { " + start + " }"
                + " public void stop(org.osgi.framework.BundleContext c) { } }");
        Path framework;
        try (Stream<Path> files = Files.walk(instance.home().resolve("system/org/apache/felix/org.apache.felix.framework"))) {
            framework = files.filter(f -> f.toString().endsWith(".jar")).findFirst().orElseThrow();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        compiler.getTask(null, null, null, List.of("-proc:none", "-cp", framework.toString()), null, compiler
                .getStandardFileManager(null, null, null).getJavaFileObjects(source.toFile())).call();
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Bundle-Activator", "hostile.Activator");
        main.putValue("Import-Package", "org.osgi.framework");
        main.putValue("Provide-Capability", "ashlar.module;id=" + name + ";kind=extension");
        Path jar = folder.resolve(name + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new JarEntry("hostile/Activator.class"));
            Files.copy(source.resolveSibling("Activator.class"), out);
        }
        return jar;
    }
}
