package org.ashlar.platform.operations.internal.extension;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;

/**
 * Checks jar signatures entry by entry against the certificates that an administrator trusts: the files in
 * {@code data/trust}, PEM or DER. Thread-safe.
 */
final class Signatures {

    private final Path trust;
    private final Clock clock;

    Signatures(Path trust, Clock clock) {
        this.trust = trust;
        this.clock = clock;
    }

    /**
     * Subject of the trusted certificate that signed every entry; empty if the jar is not signed at all.
     *
     * @throws Problem {@code platform.extension.signature} if an entry was changed or is unsigned beside signed ones;
     *         {@code platform.extension.untrusted} if nobody trusted signed it
     */
    Optional<String> signer(Path jar) throws IOException {
        boolean unsigned = false;
        List<CodeSigner[]> signers = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile(), true)) {
            for (JarEntry entry : Collections.list(file.entries())) {
                if (entry.isDirectory() || entry.getName().toUpperCase(Locale.ROOT).startsWith("META-INF/")
                        && entry.getName().toUpperCase(Locale.ROOT).matches("META-INF/(MANIFEST\\.MF|[^/]+\\.(SF|RSA|DSA|EC))")) {
                    continue;
                }
                try (InputStream in = file.getInputStream(entry)) {
                    in.transferTo(java.io.OutputStream.nullOutputStream());
                }
                CodeSigner[] mine = entry.getCodeSigners();
                if (mine == null) {
                    unsigned = true;
                } else {
                    signers.add(mine);
                }
            }
        } catch (SecurityException e) {
            throw Problem.of(ProblemKind.RULE, "platform.extension.signature", String.valueOf(e.getMessage()));
        }
        if (signers.isEmpty()) {
            return Optional.empty();
        }
        if (unsigned) {
            throw Problem.of(ProblemKind.RULE, "platform.extension.signature", jar.getFileName().toString());
        }
        List<PublicKey> trusted = trusted();
        X509Certificate common = null;
        for (CodeSigner[] mine : signers) {
            common = Stream.of(mine).map(s -> (X509Certificate) s.getSignerCertPath().getCertificates().get(0))
                    .filter(c -> trusted.contains(c.getPublicKey())).findFirst()
                    .orElseThrow(() -> Problem.of(ProblemKind.RULE, "platform.extension.untrusted",
                            ((X509Certificate) mine[0].getSignerCertPath().getCertificates().get(0)).getSubjectX500Principal()
                                    .getName()));
        }
        if (common.getNotAfter().before(Date.from(clock.instant()))) {
            throw Problem.of(ProblemKind.RULE, "platform.extension.untrusted", common.getSubjectX500Principal().getName());
        }
        return Optional.of(common.getSubjectX500Principal().getName());
    }

    private List<PublicKey> trusted() throws IOException {
        if (!Files.isDirectory(trust)) {
            return List.of();
        }
        List<PublicKey> keys = new ArrayList<>();
        try (Stream<Path> files = Files.list(trust)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                        keys.add(certificate.getPublicKey());
                    }
                } catch (GeneralSecurityException e) {
                    throw new IOException(file.getFileName() + " holds no certificate", e);
                }
            }
        }
        return keys;
    }
}
