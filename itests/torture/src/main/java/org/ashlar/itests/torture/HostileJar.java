package org.ashlar.itests.torture;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private final String classes;

    HostileJar(Path folder, Path home) throws IOException {
        this.folder = folder;
        List<String> jars = new ArrayList<>();
        for (String place : List.of("org/apache/felix/org.apache.felix.framework", "org/ashlar/platform-api", "jakarta/ws/rs")) {
            try (Stream<Path> files = Files.walk(home.resolve("system").resolve(place))) {
                jars.add(files.filter(f -> f.toString().endsWith(".jar")).findFirst().orElseThrow().toString());
            }
        }
        classes = String.join(File.pathSeparator, jars);
    }

    /** A bundle that runs {@code start} when it starts and needs {@code imports} besides the framework. */
    Path bundle(String name, String start, String imports) throws IOException {
        return bundle(name, start, imports, "");
    }

    /** A bundle with a resource at {@code /api/v1/name} whose GET runs {@code get}. */
    Path resource(String name, String get) throws IOException {
        return bundle(name, "java.util.Hashtable<String, Object> p = new java.util.Hashtable<>(); p.put(\"ashlar.rest.resource\", true);"
                + " c.registerService(Resource.class.getName(), new Resource(), p);", ",javax.ws.rs,org.ashlar.platform.rest",
                "@javax.ws.rs.Path(\"/" + name + "\") public static class Resource { @javax.ws.rs.GET"
                        + " @javax.ws.rs.Produces(\"application/json\")"
                        + " @org.ashlar.platform.rest.Permission(\"platform.module.manage\")"
                        + " public String get() throws Exception { " + get + " } }");
    }

    private Path bundle(String name, String start, String imports, String members) throws IOException {
        // Of its own, as makers' classes are: that is how extensions are told apart on a stack.
        String type = "Activator" + Integer.toHexString(name.hashCode());
        Path source = folder.resolve(name).resolve("hostile").resolve(type + ".java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "package hostile; public class " + type + " implements org.osgi.framework.BundleActivator {"
                + " public void start(org.osgi.framework.BundleContext c) throws Exception { " + start + " }"
                + " public void stop(org.osgi.framework.BundleContext c) { } " + members + " }");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (!compiler.getTask(null, null, null, List.of("-proc:none", "-cp", classes), null, compiler
                .getStandardFileManager(null, null, null).getJavaFileObjects(source.toFile())).call()) {
            throw new IllegalStateException(name + " does not compile");
        }
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Bundle-Activator", "hostile." + type);
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
