package org.ashlar.platform.module;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The jar in the distribution that a bundle was installed from. When another module is installed, the framework looks there for what
 * each bundle should be.
 *
 * @param file the jar
 */
public record DistributedJar(Path file) {

    private static final String MAVEN = "mvn:";
    private static final int PARTS = 3;

    /**
     * The jar of a bundle, empty if it lies elsewhere.
     *
     * @param home folder of the distribution
     * @param location where the bundle was installed from, {@code mvn:group/artifact/version}
     */
    public static Optional<DistributedJar> of(Path home, String location) {
        String[] parts = location.replaceFirst("^" + MAVEN, "").split("/");
        if (!location.startsWith(MAVEN) || parts.length < PARTS) {
            return Optional.empty();
        }
        Path file = home.resolve("system").resolve(parts[0].replace('.', '/')).resolve(parts[1]).resolve(parts[2])
                .resolve(parts[1] + "-" + parts[2] + ".jar");
        return Optional.of(file).filter(Files::isRegularFile).map(DistributedJar::new);
    }

    /** Puts another jar in its place; a kill leaves the one or the other. */
    public void replace(Path jar) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        Files.copy(jar, draft, StandardCopyOption.REPLACE_EXISTING);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
