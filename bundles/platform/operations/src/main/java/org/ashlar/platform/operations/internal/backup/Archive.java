package org.ashlar.platform.operations.internal.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;

/** The file of a backup: a zip with a checksum per entry, sealed when there is a pass phrase. */
final class Archive {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private Archive() {
    }

    /**
     * Writes folders, each below a prefix, and what the checksums make of the manifest.
     *
     * @param phrase {@code null}: not sealed
     */
    static void write(Path target, Map<String, Path> folders, char[] phrase, Function<Map<String, String>, Manifest> manifest)
            throws IOException {
        Map<String, String> sums = new TreeMap<>();
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16);
        try (ZipOutputStream zip = new ZipOutputStream(phrase == null ? file : SealedFile.seal(file, phrase))) {
            zip.setLevel(3);
            for (Map.Entry<String, Path> folder : folders.entrySet()) {
                add(zip, folder.getValue(), folder.getKey(), sums);
            }
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest.apply(sums)));
        }
    }

    private static void add(ZipOutputStream zip, Path folder, String prefix, Map<String, String> sums) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = prefix + folder.relativize(file).toString().replace('\\', '/');
                MessageDigest digest = sha256();
                zip.putNextEntry(new ZipEntry(name));
                try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                    in.transferTo(zip);
                }
                zip.closeEntry();
                sums.put(name, HexFormat.of().formatHex(digest.digest()));
            }
        }
    }

    /**
     * Reads every entry against its checksum.
     *
     * @param target folder to unpack to, {@code null}: none
     * @param wanted entries to unpack, by name
     */
    static Manifest read(Path source, char[] phrase, Path target, Predicate<String> wanted) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        Manifest manifest = null;
        try (ZipInputStream zip = new ZipInputStream(opened(source, phrase))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(Manifest.NAME)) {
                    manifest = JSON.readValue(zip.readAllBytes(), Manifest.class);
                    continue;
                }
                MessageDigest digest = sha256();
                if (target == null || !wanted.test(entry.getName())) {
                    new DigestInputStream(zip, digest).transferTo(OutputStream.nullOutputStream());
                } else {
                    unpack(entry, new DigestInputStream(zip, digest), target);
                }
                sums.put(entry.getName(), HexFormat.of().formatHex(digest.digest()));
            }
        }
        if (manifest == null || !manifest.files().equals(sums)) {
            throw new IOException(Manifest.NAME);
        }
        return manifest;
    }

    private static void unpack(ZipEntry entry, InputStream content, Path target) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target) || entry.isDirectory()) {
            throw new IOException(entry.getName());
        }
        Files.createDirectories(file.getParent());
        Files.copy(content, file);
    }

    private static InputStream opened(Path source, char[] phrase) throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(source), 1 << 16);
        try {
            in.mark(16);
            byte[] head = in.readNBytes(8);
            in.reset();
            if (!SealedFile.sealed(head)) {
                return in;
            }
            if (phrase == null) {
                throw Problem.of(ProblemKind.RULE, "platform.backup.phrase");
            }
            return SealedFile.open(in, phrase);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
