package org.ashlar.platform.console.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** Takes out a partner's bundle; the data of its models and fields is kept. */
@Service
@Command(scope = "ashlar", name = "extension-uninstall", description = "Uninstalls an extension; its data is kept")
public final class UninstallExtension extends AshlarCommand {

    @Argument(name = "name", description = "Symbolic name of the extension", required = true)
    String name;

    @Reference
    BundleContext bundles;

    @Override
    void work() {
        Path kept = Path.of(bundles.getProperty("karaf.data"), "extensions", name + ".jar");
        Bundle bundle = Arrays.stream(bundles.getBundles()).filter(b -> name.equals(b.getSymbolicName()))
                .filter(b -> b.getLocation().equals(kept.toUri().toString())).findFirst()
                .orElseThrow(() -> new IllegalStateException(text("console.bundle.unknown", name)));
        try {
            bundle.uninstall();
            Files.deleteIfExists(kept);
        } catch (BundleException | IOException e) {
            throw new IllegalStateException(text("console.bundle.failed", name, String.valueOf(e.getMessage())), e);
        }
        out().println(text("console.extension.uninstalled", name));
    }
}
