package org.ashlar.itests.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Makes extension bundles whose activator does what it is told, and signs or changes them. */
final class HostileJar {

    private static final String PASSWORD = "changeit";

    private final Path folder;
    private final Path framework;

    HostileJar(Path folder, Path home) throws IOException {
        this.folder = folder;
        try (Stream<Path> files = Files.walk(home.resolve("system/org/apache/felix/org.apache.felix.framework"))) {
            framework = files.filter(f -> f.toString().endsWith(".jar")).findFirst().orElseThrow();
        }
    }

    /** A bundle that runs {@code start} when it starts and needs {@code imports} besides the framework. */
    Path bundle(String name, String start, String imports) throws IOException {
        Path source = folder.resolve(name).resolve("hostile").resolve("Activator.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "package hostile; public class Activator implements org.osgi.framework.BundleActivator {"
                + " public void start(org.osgi.framework.BundleContext c) throws Exception { " + start + " }"
                + " public void stop(org.osgi.framework.BundleContext c) { } }");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (!compiler.getTask(null, null, null, List.of("-proc:none", "-cp", framework.toString()), null, compiler
                .getStandardFileManager(null, null, null).getJavaFileObjects(source.toFile())).call()) {
            throw new IllegalStateException(name + " does not compile");
        }
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Bundle-Activator", "hostile.Activator");
        main.putValue("Import-Package", "org.osgi.framework" + imports);
        main.putValue("Provide-Capability", "ashlar.module;id=" + name + ";kind=extension");
        Path jar = folder.resolve(name + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            try (Stream<Path> classes = Files.list(source.getParent())) {
                for (Path file : classes.filter(f -> f.toString().endsWith(".class")).toList()) {
                    out.putNextEntry(new JarEntry("hostile/" + file.getFileName()));
                    Files.copy(file, out);
                }
            }
            out.putNextEntry(new JarEntry("words.txt"));
            out.write("as signed".getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    /** Signs it with a new key of {@code owner}; returns the certificate. */
    Path sign(Path jar, String owner) throws IOException, InterruptedException {
        String store = folder.resolve(owner + ".p12").toString();
        Path certificate = folder.resolve(owner + ".pem");
        if (!Files.exists(certificate)) {
            tool("keytool", "-genkeypair", "-alias", owner, "-keyalg", "RSA", "-keysize", "3072", "-validity", "3650", "-dname",
                    "CN=" + owner, "-keystore", store, "-storetype", "PKCS12", "-storepass", PASSWORD);
            tool("keytool", "-exportcert", "-rfc", "-alias", owner, "-keystore", store, "-storepass", PASSWORD, "-file",
                    certificate.toString());
        }
        tool("jarsigner", "-keystore", store, "-storepass", PASSWORD, jar.toString(), owner);
        return certificate;
    }

    /** A copy with one entry changed after signing, or with one more. */
    Path changed(Path jar, String name, String entry) throws IOException {
        Path copy = folder.resolve(name + ".jar");
        boolean replaced = false;
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar));
                java.util.zip.ZipOutputStream out = new java.util.zip.ZipOutputStream(Files.newOutputStream(copy))) {
            for (ZipEntry next = in.getNextEntry(); next != null; next = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(next.getName()));
                byte[] content = in.readAllBytes();
                replaced |= next.getName().equals(entry);
                out.write(next.getName().equals(entry) ? "changed".getBytes(StandardCharsets.UTF_8) : content);
            }
            if (!replaced) {
                out.putNextEntry(new ZipEntry(entry));
                out.write("added".getBytes(StandardCharsets.UTF_8));
            }
        }
        return copy;
    }

    private static void tool(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", name).toString()),
                Stream.of(arguments)).toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(name + ": " + output);
        }
    }
}
