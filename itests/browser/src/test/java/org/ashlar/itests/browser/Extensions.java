package org.ashlar.itests.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Partners' bundles: the sample of the suite, and ones with nothing but an ES module. */
final class Extensions {

    private Extensions() {
    }

    /** The built sample extension. */
    static Path sample() {
        return Path.of(System.getProperty("ashlar.root", "../.."), "bundles", "tooling", "sample-extension", "target",
                "acme-carrier.jar").toAbsolutePath();
    }

    /** A bundle with one ES module. */
    static Path of(String id, String module, Path folder) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", id);
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Provide-Capability", "ashlar.module;id=" + id + ";kind=extension");
        Path jar = folder.resolve(id + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new JarEntry("web/index.js"));
            out.write(module.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    static void install(Path jar) {
        Demo.suite().console("ashlar:extension-install --unsigned", jar);
    }

    static void remove(String id) {
        Demo.suite().console("ashlar:extension-uninstall " + id);
    }
}
