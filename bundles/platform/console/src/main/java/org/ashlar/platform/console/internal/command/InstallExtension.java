package org.ashlar.platform.console.internal.command;

import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.ashlar.platform.module.Extensions;

/** Installs a partner's bundle, or updates it if it is there. */
@Service
@Command(scope = "ashlar", name = "extension-install", description = "Installs or updates a partner's extension from a jar file")
public final class InstallExtension extends ModuleStep {

    @Argument(name = "file", description = "Jar of the extension", required = true)
    @Completion(FileCompleter.class)
    String file;

    @Option(name = "--unsigned", description = "Accept a jar that no trusted certificate signed")
    boolean unsigned;

    @Reference
    Extensions extensions;

    @Override
    void work() {
        if (dryRun) {
            show(plans.plan(Path.of(file), unsigned));
            return;
        }
        Extensions.Extension installed = extensions.install(Path.of(file), unsigned);
        out().println(text("console.extension.installed", installed.name(), installed.version()));
    }
}
