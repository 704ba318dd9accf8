package org.ashlar.platform.collaboration.internal.service;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.ashlar.platform.collaboration.internal.domain.FileTypes;
import org.ashlar.platform.problem.Problem;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Contents of attachments under generated names, in {@code ASHLAR_ATTACHMENTS} (a folder that all nodes share) or
 * {@code data/attachments}. A file is written under another name and moved once it is whole. Thread-safe.
 */
@Component(service = FileStore.class)
public final class FileStore {

    private static final int BUFFER = 1 << 16;

    private final Path folder;

    /** Used by DS. */
    @Activate
    public FileStore(BundleContext context) {
        String given = System.getenv("ASHLAR_ATTACHMENTS");
        String data = context.getProperty("karaf.data");
        folder = given != null && !given.isBlank() ? Path.of(given.trim())
                : Path.of(data == null ? "data" : data, "attachments");
    }

    /** A stored content; {@code head} are its first bytes. */
    record Stored(String key, long size, String sha256, byte[] head) {
    }

    /** Stores a stream up to so many bytes; else throws what {@code tooLarge} says and keeps nothing. */
    Stored store(InputStream content, long most, LongFunction<Problem> tooLarge) {
        String key = UUID.randomUUID().toString().replace("-", "");
        Path part = file(key).resolveSibling(key + ".part");
        try {
            Files.createDirectories(part.getParent());
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] head = new byte[0];
            long size = 0;
            try (OutputStream out = Files.newOutputStream(part)) {
                byte[] buffer = new byte[BUFFER];
                for (int n = content.readNBytes(buffer, 0, BUFFER); n > 0; n = content.readNBytes(buffer, 0, BUFFER)) {
                    if (size == 0) {
                        head = Arrays.copyOf(buffer, Math.min(n, FileTypes.HEAD));
                    }
                    size += n;
                    if (size > most) {
                        throw tooLarge.apply(most);
                    }
                    digest.update(buffer, 0, n);
                    out.write(buffer, 0, n);
                }
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(part);
                throw e;
            }
            Files.move(part, file(key), StandardCopyOption.ATOMIC_MOVE);
            return new Stored(key, size, HexFormat.of().formatHex(digest.digest()), head);
        } catch (IOException e) {
            throw new UncheckedIOException("The attachment cannot be stored", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    InputStream open(String key) throws FileNotFoundException {
        try {
            return Files.newInputStream(file(key));
        } catch (NoSuchFileException e) {
            throw new FileNotFoundException(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String key) {
        try {
            Files.deleteIfExists(file(key));
        } catch (IOException e) {
            throw new UncheckedIOException("The attachment " + key + " cannot be deleted", e);
        }
    }

    /** Folders of keys and the keys of their files that were stored before then, a folder at a time. */
    void each(Instant before, Consumer<List<String>> consumer) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, "[0-9a-f][0-9a-f]")) {
            for (Path some : folders) {
                List<String> keys = new ArrayList<>();
                try (DirectoryStream<Path> found = Files.newDirectoryStream(some)) {
                    for (Path file : found) {
                        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                            keys.add(file.getFileName().toString());
                        }
                    }
                }
                consumer.accept(keys);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The attachments cannot be listed", e);
        }
    }

    /** Removes what an upload left behind when it broke off. */
    void deletePart(String name) {
        if (name.matches("[0-9a-f]{32}\\.part")) {
            try {
                Files.deleteIfExists(folder.resolve(name.substring(0, 2)).resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Two levels, so that no folder holds too many. Keys are made here and never come from outside. */
    private Path file(String key) {
        if (!key.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("No key of an attachment");
        }
        return folder.resolve(key.substring(0, 2)).resolve(key);
    }
}
