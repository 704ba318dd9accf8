package org.ashlar.platform.operations.internal.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.audit.AuditChain;
import org.ashlar.platform.backup.Backups;
import org.ashlar.platform.backup.DatabaseCopies;
import org.ashlar.platform.module.ModuleInfo;
import org.ashlar.platform.module.Modules;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Backups of the whole installation while people work: a consistent copy of the database, attachments and extensions, in one
 * file with a checksum per entry, sealed when {@code ASHLAR_BACKUP_PHRASE} is set. The key of sealed fields
 * ({@code data/secret.key}) is never in it. Thread-safe; one backup at a time.
 */
@Component(service = {Backups.class, DefaultBackups.class})
public final class DefaultBackups implements Backups {

    /** Permission to make and restore backups. */
    public static final String PERMISSION = "platform.backup.manage";

    private static final Logger LOG = LoggerFactory.getLogger(DefaultBackups.class);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final List<String> FOLDERS = List.of("attachments", "extensions");

    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private final DatabaseCopies database;
    private final Modules modules;
    private final Access access;
    private final Clock clock;
    private final Path data;

    /** By injection. */
    @Activate
    public DefaultBackups(BundleContext bundles, @Reference DatabaseCopies database, @Reference Modules modules,
            @Reference Access access, @Reference Clock clock) {
        this.database = database;
        this.modules = modules;
        this.access = access;
        this.clock = clock;
        this.data = Path.of(bundles.getProperty("karaf.data"));
    }

    @Override
    public synchronized Backup create() {
        access.require(PERMISSION);
        Path work = data.resolve("tmp").resolve("backup");
        Instant begun = clock.instant();
        try {
            Folders.delete(work);
            Files.createDirectories(work);
            Files.createDirectories(folder());
            Path part = folder().resolve("backup.part");
            database.copyTo(work);
            write(part, work, begun);
            String name = "ashlar-" + STAMP.format(begun) + (phrase() == null ? ".zip" : ".sealed");
            Path done = folder().resolve(name);
            Files.move(part, done, StandardCopyOption.ATOMIC_MOVE);
            LOG.info("Backup {} made, {} bytes", name, Files.size(done));
            return info(done);
        } catch (IOException e) {
            throw failed(e);
        } finally {
            Folders.deleteQuietly(work);
        }
    }

    private void write(Path target, Path work, Instant begun) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16);
        char[] phrase = phrase();
        try (ZipOutputStream zip = new ZipOutputStream(phrase == null ? file : SealedFile.seal(file, phrase))) {
            zip.setLevel(3);
            add(zip, work, "", sums);
            for (String folder : FOLDERS) {
                add(zip, data.resolve(folder), folder + "/", sums);
            }
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(new Manifest(Manifest.FORMAT, begun, database.kind(),
                    modules.list().stream().collect(Collectors.toMap(ModuleInfo::id, ModuleInfo::version, (a, b) -> a, TreeMap::new)),
                    sums)));
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

    @Override
    public List<Backup> list() {
        access.require(PERMISSION);
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(f -> f.getFileName().toString().matches("ashlar-.*\\.(zip|sealed)")).map(this::info)
                    .sorted(Comparator.comparing(Backup::name).reversed()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized Contents verify(String file) {
        access.require(PERMISSION);
        Path source = folder().resolve(file).normalize();
        if (!source.startsWith(folder()) || !Files.isRegularFile(source)) {
            throw Problem.of(ProblemKind.NOT_FOUND, "platform.backup.unknown", file);
        }
        try {
            Manifest manifest = read(source, null);
            return new Contents(manifest.createdAt(), manifest.database(), manifest.modules());
        } catch (IOException e) {
            throw broken(e);
        }
    }

    @Override
    public synchronized Contents restore(String file) {
        access.require(PERMISSION);
        Path source = Files.isRegularFile(folder().resolve(file)) ? folder().resolve(file) : Path.of(file);
        if (!Files.isRegularFile(source)) {
            throw Problem.of(ProblemKind.NOT_FOUND, "platform.backup.unknown", file);
        }
        Path ready = data.resolve(DatabaseCopies.RESTORE_FOLDER);
        try {
            Folders.delete(ready);
            Manifest manifest = read(source, ready);
            for (String folder : FOLDERS) {
                Path restored = ready.resolve(folder);
                if (Files.isDirectory(restored)) {
                    Folders.copy(restored, data.resolve(folder));
                    Folders.delete(restored);
                }
            }
            Files.write(data.resolve(AuditChain.RESTORED), new byte[0]);
            Files.createFile(ready.resolve(DatabaseCopies.RESTORE_READY));
            LOG.info("Backup {} of {} is laid ready; it is taken at the next start", source.getFileName(), manifest.createdAt());
            return new Contents(manifest.createdAt(), manifest.database(), manifest.modules());
        } catch (IOException e) {
            Folders.deleteQuietly(ready);
            throw broken(e);
        } catch (Problem e) {
            Folders.deleteQuietly(ready);
            throw e;
        }
    }

    /** Reads every entry against its checksum, and unpacks it if there is a folder to unpack to. */
    private Manifest read(Path source, Path target) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        Manifest manifest = null;
        try (ZipInputStream zip = new ZipInputStream(opened(source))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(Manifest.NAME)) {
                    manifest = json.readValue(zip.readAllBytes(), Manifest.class);
                    continue;
                }
                MessageDigest digest = sha256();
                if (target == null) {
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
        if (manifest.format() > Manifest.FORMAT || !manifest.database().equals(database.kind())) {
            throw Problem.of(ProblemKind.RULE, "platform.backup.other", manifest.database(), database.kind());
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

    private static Problem broken(IOException e) {
        return Problem.of(ProblemKind.RULE, "platform.backup.broken", String.valueOf(e.getMessage()));
    }

    private InputStream opened(Path source) throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(source), 1 << 16);
        in.mark(16);
        byte[] head = in.readNBytes(8);
        in.reset();
        if (!SealedFile.sealed(head)) {
            return in;
        }
        char[] phrase = phrase();
        if (phrase == null) {
            in.close();
            throw Problem.of(ProblemKind.RULE, "platform.backup.phrase");
        }
        return SealedFile.open(in, phrase);
    }

    /** Deletes a kept backup. */
    void delete(Backup backup) throws IOException {
        Files.deleteIfExists(folder().resolve(backup.name()));
    }

    /** Where backups are kept: {@code ASHLAR_BACKUP_FOLDER}, better on another disk, else the data folder. */
    Path folder() {
        String given = System.getenv("ASHLAR_BACKUP_FOLDER");
        return given == null || given.isBlank() ? data.resolve("backups") : Path.of(given);
    }

    private static char[] phrase() {
        String phrase = System.getenv("ASHLAR_BACKUP_PHRASE");
        return phrase == null || phrase.isBlank() ? null : phrase.toCharArray();
    }

    private Backup info(Path file) {
        try {
            return new Backup(file.getFileName().toString(), Files.size(file), Files.getLastModifiedTime(file).toInstant(),
                    file.toString().endsWith(".sealed"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem failed(IOException e) {
        return Problem.of(ProblemKind.UNAVAILABLE, "platform.backup.failed", String.valueOf(e.getMessage()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
