package org.ashlar.platform.database.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ashlar.platform.module.DistributedJar;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jars that lie beside a copy of the database: the programs that its tables were made for. */
final class LaidPrograms {

    private static final Logger LOG = LoggerFactory.getLogger(LaidPrograms.class);
    private static final String JAR = ".jar";

    private LaidPrograms() {
    }

    /** Each, named as its bundle, becomes what that bundle runs from now on; before any of them starts. Can be done twice. */
    static void update(BundleContext context, Path folder) throws IOException, BundleException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Path home = Path.of(context.getProperty("karaf.home"));
        List<Path> jars;
        try (Stream<Path> files = Files.list(folder)) {
            jars = files.filter(f -> f.getFileName().toString().endsWith(JAR)).sorted().toList();
        }
        for (Path jar : jars) {
            String name = jar.getFileName().toString().replace(JAR, "");
            for (Bundle bundle : context.getBundles()) {
                if (name.equals(bundle.getSymbolicName())) {
                    try (InputStream in = Files.newInputStream(jar)) {
                        bundle.update(in);
                    }
                    Optional<DistributedJar> own = DistributedJar.of(home, bundle.getLocation());
                    if (own.isPresent()) {
                        own.get().replace(jar);
                    }
                    LOG.info("{} is version {} again", name, bundle.getVersion());
                }
            }
        }
    }
}
