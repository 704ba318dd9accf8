package org.ashlar.platform.records.internal.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The keys that make entries of this suite recognisable; the first seals, all are known. They live outside the database and
 * its backups: {@code ASHLAR_AUDIT_KEY}, else derived from {@code ASHLAR_SECRET_KEY}, which nodes of one database share
 * anyway (each may name several, separated by commas), else {@code etc/audit.key}, made at the first start. Thread-safe.
 */
@Component(service = AuditKey.class)
public final class AuditKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final int ID_LENGTH = 8;
    private static final int FEWEST = 16;

    private final List<Key> keys;

    /** Used by DS. */
    @Activate
    public AuditKey(BundleContext context) {
        this(secrets(System.getenv("ASHLAR_AUDIT_KEY"), System.getenv("ASHLAR_SECRET_KEY"), context.getProperty("karaf.etc")));
    }

    AuditKey(List<String> secrets) {
        keys = secrets.stream().distinct().map(Key::new).toList();
    }

    private static List<String> secrets(String given, String shared, String folder) {
        List<String> secrets = new ArrayList<>();
        add(given, "", secrets);
        add(shared, "audit log of ", secrets);
        Path file = Path.of(folder == null ? "etc" : folder, "audit.key");
        try {
            if (Files.exists(file)) {
                secrets.add(Files.readString(file).trim());
            } else if (secrets.isEmpty()) {
                secrets.add(make(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The audit key " + file + " can be neither read nor made", e);
        }
        return secrets;
    }

    private static void add(String given, String prefix, List<String> secrets) {
        for (String one : given == null ? new String[0] : given.split(",")) {
            if (one.trim().length() >= FEWEST) {
                secrets.add(prefix + one.trim());
            }
        }
    }

    private static String make(Path file) throws IOException {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        String secret = HexFormat.of().formatHex(fresh);
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, secret + "\n", StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        return secret;
    }

    /** One key. */
    private static final class Key {

        private final SecretKeySpec spec;
        private final String id;
        private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(this::mac);

        Key(String secret) {
            spec = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
            id = AuditContent.sha256("ashlar audit key " + secret).substring(0, ID_LENGTH);
        }

        private Mac mac() {
            try {
                Mac mac = Mac.getInstance(ALGORITHM);
                mac.init(spec);
                return mac;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        String seal(String text) {
            return id + ":" + HexFormat.of().formatHex(macs.get().doFinal(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Says which key seals without giving it away. */
    String id() {
        return keys.get(0).id;
    }

    /** Seal of a text: id of the key, a colon, HMAC-SHA256 in hex. */
    String seal(String text) {
        return keys.get(0).seal(text);
    }

    /** Whether the seal was made for this text with a key that is known here. */
    boolean fits(String text, String seal) {
        for (Key key : keys) {
            if (seal != null && seal.startsWith(key.id + ":")) {
                return MessageDigest.isEqual(key.seal(text).getBytes(StandardCharsets.US_ASCII),
                        seal.getBytes(StandardCharsets.UTF_8));
            }
        }
        return false;
    }

    /** Whether the seal names a key that is not known here. */
    boolean foreign(String seal) {
        return seal != null && keys.stream().noneMatch(k -> seal.startsWith(k.id + ":"));
    }

    /** What the seal of an entry is made of. */
    static String entry(long id, String contentHash) {
        return "entry " + id + " " + contentHash;
    }

    /** What the seal of the chain's head or an anchor is made of. */
    static String head(long link, String hash) {
        return "head " + link + " " + hash;
    }
}
