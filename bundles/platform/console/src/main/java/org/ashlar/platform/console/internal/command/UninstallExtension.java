package org.ashlar.platform.console.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.module.Extensions;

/** Takes out a partner's bundle; the data of its models and fields is kept. */
@Service
@Command(scope = "ashlar", name = "extension-uninstall", description = "Uninstalls an extension; its data is kept")
public final class UninstallExtension extends AshlarCommand {

    @Argument(name = "name", description = "Symbolic name of the extension", required = true)
    String name;

    @Reference
    Extensions extensions;

    @Override
    void work() {
        extensions.uninstall(name);
        out().println(text("console.extension.uninstalled", name));
    }
}
