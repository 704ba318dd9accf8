package org.ashlar.platform.kernel.internal.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether a module's migration files are the ones that ran last time. */
public final class ChangelogHash {

    private ChangelogHash() {
    }

    /** SHA-256 over names and contents of all files; empty if there are none. */
    public static String of(ModuleResources resources) {
        if (resources.list().isEmpty()) {
            return "";
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String path : resources.list()) {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                try (InputStream in = resources.open(path)) {
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
