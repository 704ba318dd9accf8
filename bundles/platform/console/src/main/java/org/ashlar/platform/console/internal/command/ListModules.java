package org.ashlar.platform.console.internal.command;

import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.module.Modules;

/** Lists the modules of this installation. */
@Service
@Command(scope = "ashlar", name = "modules", description = "Lists the modules with version and state")
public final class ListModules extends AshlarCommand {

    @Reference
    Modules modules;

    @Override
    void work() {
        table(List.of("id", "version", "kind", "state", "bundle", "requires", "problem"),
                modules.list().stream().map(m -> Arrays.<Object>asList(m.id(), m.version(), m.kind(), m.state().name(),
                        m.bundleId(), String.join(" ", m.requires()), m.problem() == null ? null : text(m.problem().key(), m.problem().args().toArray()))).toList());
    }
}
