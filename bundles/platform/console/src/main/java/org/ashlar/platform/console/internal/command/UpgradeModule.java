package org.ashlar.platform.console.internal.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.jar.JarFile;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** Replaces one installed bundle by a newer jar of the same symbolic name; its migrations run before it serves again. */
@Service
@Command(scope = "ashlar", name = "module-upgrade", description = "Updates an installed module bundle from a jar file")
public final class UpgradeModule extends ModuleStep {

    @Argument(name = "file", description = "Jar of the module's new version", required = true)
    @Completion(FileCompleter.class)
    String file;

    @Reference
    BundleContext bundles;

    @Override
    void work() {
        Path path = Path.of(file);
        if (dryRun) {
            show(plans.plan(path, true));
            return;
        }
        String name = symbolicName(path).orElseThrow(
                () -> new IllegalStateException(text("console.bundle.none", file)));
        Bundle bundle = Arrays.stream(bundles.getBundles()).filter(b -> name.equals(b.getSymbolicName())).findFirst()
                .orElseThrow(() -> new IllegalStateException(text("console.bundle.unknown", name)));
        plans.carryOut(path, true);
        out().println(text("console.bundle.updated", name, bundle.getVersion().toString()));
    }

    static Optional<String> symbolicName(Path path) {
        try (JarFile jar = new JarFile(path.toFile())) {
            return Optional.ofNullable(jar.getManifest())
                    .map(m -> m.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME))
                    .map(n -> n.split(";")[0].strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
