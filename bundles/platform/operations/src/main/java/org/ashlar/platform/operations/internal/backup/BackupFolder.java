package org.ashlar.platform.operations.internal.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ashlar.platform.backup.Backups.Backup;
import org.ashlar.platform.backup.Backups.Restored;
import org.slf4j.LoggerFactory;

/** The folder of the kept backups; what came of restoring one on trial lies beside it, so it outlives the database. */
final class BackupFolder {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final String SEALED = ".sealed";
    private static final String MASKED = "-masked";
    private static final String NAME = "ashlar-[A-Za-z0-9_-]+\\.(zip|sealed)";
    private static final String RESTORED = ".restored.json";
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private final Path folder;

    BackupFolder(Path folder) {
        this.folder = folder;
    }

    /** {@code ASHLAR_BACKUP_FOLDER}, better on another disk, else the data folder. */
    static BackupFolder of(Path data) {
        String given = System.getenv("ASHLAR_BACKUP_FOLDER");
        return new BackupFolder(given == null || given.isBlank() ? data.resolve("backups") : Path.of(given));
    }

    /** Where a backup is written until it is whole. */
    Path part() throws IOException {
        Files.createDirectories(folder);
        return folder.resolve("backup.part");
    }

    /** Takes the written part in under its name. */
    Backup keep(Path part, Instant begun, boolean sealed, boolean masked) throws IOException {
        Path done = folder.resolve("ashlar-" + STAMP.format(begun) + (masked ? MASKED : "") + (sealed ? SEALED : ".zip"));
        Files.move(part, done, StandardCopyOption.ATOMIC_MOVE);
        return info(done);
    }

    /** Newest first. */
    List<Backup> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().matches(NAME)).map(this::info)
                    .sorted(Comparator.comparing(Backup::name).reversed()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A kept one by its name, and by nothing that leads elsewhere. */
    Optional<Path> find(String name) {
        return Optional.of(name).filter(n -> n.matches(NAME)).map(folder::resolve).filter(Files::isRegularFile);
    }

    void delete(Backup backup) throws IOException {
        Files.deleteIfExists(folder.resolve(backup.name()));
        Files.deleteIfExists(folder.resolve(backup.name() + RESTORED));
    }

    /** Keeps what came of restoring it on trial. */
    void note(String name, Restored restored) throws IOException {
        Path draft = folder.resolve(name + RESTORED + ".part");
        Files.write(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(restored));
        Files.move(draft, folder.resolve(name + RESTORED), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Restored restored(Path file) {
        Path note = file.resolveSibling(file.getFileName() + RESTORED);
        try {
            return Files.exists(note) ? JSON.readerFor(Restored.class)
                    .without(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(Files.readAllBytes(note)) : null;
        } catch (IOException e) {
            LoggerFactory.getLogger(BackupFolder.class).warn("{} cannot be read; restore the backup on trial again", note, e);
            return null;
        }
    }

    private Backup info(Path file) {
        try {
            String name = file.getFileName().toString();
            return new Backup(name, Files.size(file), Files.getLastModifiedTime(file).toInstant(), name.endsWith(SEALED),
                    name.contains(MASKED), restored(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
