package org.ashlar.platform.console.internal.command;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.console.internal.socket.BundleStarts;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Lists bundles with their last start, to see what an installation touched. */
@Service
@Command(scope = "ashlar", name = "bundles", description = "Lists bundles with state, last change and last start")
public final class ListBundles extends AshlarCommand {

    @Reference
    BundleContext bundles;

    @Reference
    BundleStarts starts;

    @Override
    void work() {
        table(List.of("id", "name", "version", "state", "changed", "started"), Arrays.stream(bundles.getBundles())
                .map(b -> Arrays.<Object>asList(b.getBundleId(), b.getSymbolicName(), b.getVersion().toString(), state(b),
                        Instant.ofEpochMilli(b.getLastModified()).toString(),
                        starts.of(b.getBundleId()).map(Instant::toString).orElse(null))).toList());
    }

    private static String state(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> "ACTIVE";
            case Bundle.STARTING -> "STARTING";
            case Bundle.STOPPING -> "STOPPING";
            case Bundle.RESOLVED -> "RESOLVED";
            default -> "INSTALLED";
        };
    }
}
