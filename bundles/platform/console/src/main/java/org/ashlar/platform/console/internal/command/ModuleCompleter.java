package org.ashlar.platform.console.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.ashlar.platform.module.ModuleInfo;
import org.ashlar.platform.module.Modules;

/** Completes ids of known modules. */
@Service
public final class ModuleCompleter implements Completer {

    @Reference
    Modules modules;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return new StringsCompleter(modules.list().stream().map(ModuleInfo::id).toList()).complete(session, line, candidates);
    }
}
