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
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The key that makes entries of this suite recognisable. It lives outside the database and its backups: in the environment
 * variable {@code ASHLAR_AUDIT_KEY} or in {@code etc/audit.key}, which is made at the first start. Nodes of one database
 * share it. Thread-safe.
 */
@Component(service = AuditKey.class)
public final class AuditKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final int ID_LENGTH = 8;
    private static final int FEWEST = 16;

    private final SecretKeySpec key;
    private final String id;
    private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(this::mac);

    /** Used by DS. */
    @Activate
    public AuditKey(BundleContext context) {
        this(secret(System.getenv("ASHLAR_AUDIT_KEY"), context.getProperty("karaf.etc")));
    }

    AuditKey(String secret) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        id = AuditContent.sha256("ashlar audit key " + secret).substring(0, ID_LENGTH);
    }

    private static String secret(String given, String folder) {
        if (given != null && given.trim().length() >= FEWEST) {
            return given.trim();
        }
        Path file = Path.of(folder == null ? "etc" : folder, "audit.key");
        try {
            if (Files.exists(file)) {
                return Files.readString(file).trim();
            }
            byte[] fresh = new byte[BYTES];
            new SecureRandom().nextBytes(fresh);
            String secret = HexFormat.of().formatHex(fresh);
            Files.createDirectories(file.getParent());
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, secret + "\n", StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException("The audit key " + file + " can be neither read nor made", e);
        }
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Says which key this is without giving it away. */
    String id() {
        return id;
    }

    /** Seal of a text: id of the key, a colon, HMAC-SHA256 in hex. */
    String seal(String text) {
        return id + ":" + HexFormat.of().formatHex(macs.get().doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether the seal was made with this key for this text. */
    boolean fits(String text, String seal) {
        return seal != null && MessageDigest.isEqual(seal(text).getBytes(StandardCharsets.US_ASCII),
                seal.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the seal names another key than this one. */
    boolean foreign(String seal) {
        return seal != null && !seal.startsWith(id + ":");
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
