package org.ashlar.platform.security.internal.service;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.ashlar.platform.model.SealedText;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.secret.Secrets;
import org.ashlar.platform.security.internal.domain.Sealing;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals with the key of {@code ASHLAR_SECRET_KEY} (Base64 of 32 bytes, several separated by commas: the first seals, all
 * open), else of {@code data/secret.key}, which is made when it is first needed. Thread-safe.
 */
@Component(immediate = true)
public final class KeyedSecrets implements Secrets {
    private static final Logger LOG = LoggerFactory.getLogger(KeyedSecrets.class);
    private static final String VARIABLE = "ASHLAR_SECRET_KEY";

    private final Path file;
    private final String given;
    private volatile Sealing sealing;

    /** By injection. */
    @Activate
    public KeyedSecrets(BundleContext context) {
        this(Path.of(context.getProperty("karaf.data") == null ? "." : context.getProperty("karaf.data"), "secret.key"),
                System.getenv(VARIABLE));
        SealedText.connect(this);
    }

    @Deactivate
    void stop() {
        SealedText.connect(null);
    }

    KeyedSecrets(Path file, String given) {
        this.file = file;
        this.given = given;
    }

    @Override
    public String seal(String plain) {
        return plain == null ? null : sealing().seal(plain);
    }

    @Override
    public String open(String sealed) {
        return sealed == null ? null : sealing().open(sealed).orElseThrow(KeyedSecrets::unreadable);
    }

    @Override
    public boolean sealed(String text) {
        return Sealing.looksSealed(text);
    }

    private Sealing sealing() {
        Sealing now = sealing;
        if (now == null) {
            synchronized (this) {
                now = sealing;
                if (now == null) {
                    now = load();
                    sealing = now;
                }
            }
        }
        return now;
    }

    private Sealing load() {
        try {
            return new Sealing(given != null && !given.isBlank() ? Arrays.asList(given.split(",")) : List.of(fromFile()));
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("The key of sealed fields cannot be used ({}): {}", given == null ? file : VARIABLE, e.getMessage());
            throw unreadable();
        }
    }

    private String fromFile() throws IOException {
        if (!Files.exists(file)) {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, "secret", ".new");
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(draft, Sealing.newKey() + "\n");
            try {
                Files.move(draft, file);
                LOG.info("New key for sealed fields in {}: keep a copy apart from the backups", file);
            } catch (FileAlreadyExistsException another) {
                Files.deleteIfExists(draft);
            }
        }
        return Files.readString(file);
    }

    private static Problem unreadable() {
        return Problem.of(ProblemKind.UNAVAILABLE, "platform.secret.key");
    }
}
