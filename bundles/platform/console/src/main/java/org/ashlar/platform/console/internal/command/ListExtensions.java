package org.ashlar.platform.console.internal.command;

import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.module.Extensions;

/** Lists extensions, those in quarantine too, or lets one of these start again. */
@Service
@Command(scope = "ashlar", name = "extensions", description = "Lists extensions with signer and quarantine; --release lets one start again")
public final class ListExtensions extends AshlarCommand {

    @Option(name = "--release", description = "Symbolic name of an extension in quarantine")
    String release;

    @Reference
    Extensions extensions;

    @Override
    void work() {
        if (release != null) {
            extensions.release(release);
        }
        table(List.of("name", "version", "state", "signer", "reason"), extensions.list().stream()
                .map(e -> Arrays.asList((Object) e.name(), e.version(), e.state(), e.signer(), e.reason())).toList());
    }
}
