package org.ashlar.platform.console.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.ashlar.platform.module.AshlarModule;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Installs a partner's bundle, or updates it if it is there. It is kept in the instance's data folder and starts after
 * the core. A bundle that lacks what it needs is refused with the list of what is missing, and nothing stays behind.
 */
@Service
@Command(scope = "ashlar", name = "extension-install", description = "Installs or updates a partner's extension from a jar file")
public final class InstallExtension extends AshlarCommand {

    private static final int START_LEVEL = 90;

    @Argument(name = "file", description = "Jar of the extension", required = true)
    @Completion(FileCompleter.class)
    String file;

    @Reference
    BundleContext bundles;

    @Override
    void work() {
        Path source = Path.of(file);
        String name = UpgradeModule.symbolicName(source)
                .orElseThrow(() -> new IllegalStateException(text("console.bundle.none", file)));
        Bundle installed = Arrays.stream(bundles.getBundles()).filter(b -> name.equals(b.getSymbolicName())).findFirst()
                .orElse(null);
        try {
            Path kept = Path.of(bundles.getProperty("karaf.data"), "extensions", name + ".jar");
            Files.createDirectories(kept.getParent());
            Files.copy(source, kept, StandardCopyOption.REPLACE_EXISTING);
            if (installed != null) {
                installed.update(Files.newInputStream(kept));
                out().println(text("console.bundle.updated", name, installed.getVersion().toString()));
            } else {
                install(name, kept);
            }
        } catch (IOException | BundleException e) {
            throw new IllegalStateException(text("console.bundle.failed", name, String.valueOf(e.getMessage())), e);
        }
    }

    private void install(String name, Path kept) throws BundleException, IOException {
        Bundle bundle = bundles.installBundle(kept.toUri().toString());
        try {
            if (bundle.adapt(BundleRevision.class).getDeclaredCapabilities(AshlarModule.NAMESPACE).isEmpty()) {
                throw new BundleException(text("console.extension.noModule"));
            }
            bundle.adapt(BundleStartLevel.class).setStartLevel(START_LEVEL);
            bundle.start();
        } catch (BundleException e) {
            bundle.uninstall();
            Files.deleteIfExists(kept);
            throw e;
        }
        out().println(text("console.extension.installed", name, bundle.getVersion().toString()));
    }
}
