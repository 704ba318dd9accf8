package org.ashlar.platform.operations.internal.extension;

import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Class loaders of extensions that were replaced or uninstalled. One that stays in memory is held by something that the extension
 * left behind: a thread, a listener, a value of a thread. Thread-safe.
 */
final class Remains {

    private record Old(String name, WeakReference<ClassLoader> loader) {
    }

    private final List<Old> watched = new ArrayList<>();

    /** Called just before its present version goes. */
    synchronized void watch(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        ClassLoader loader = wiring == null ? null : wiring.getClassLoader();
        if (loader != null) {
            watched.add(new Old(bundle.getSymbolicName(), new WeakReference<>(loader)));
        }
    }

    /** How many old versions of which extension are still there; collects garbage first if there is any to look for. */
    synchronized Map<String, Integer> alive() {
        if (!watched.isEmpty()) {
            ManagementFactory.getMemoryMXBean().gc();
        }
        Map<String, Integer> alive = new TreeMap<>();
        for (Iterator<Old> all = watched.iterator(); all.hasNext();) {
            Old old = all.next();
            if (old.loader.refersTo(null)) {
                all.remove();
            } else {
                alive.merge(old.name, 1, Integer::sum);
            }
        }
        return alive;
    }
}
