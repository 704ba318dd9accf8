package org.ashlar.platform.operations.internal.module;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ashlar.platform.module.ModulePlans.Remark;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/** Whether what runs fits to a jar: every package that it must have, in a version that it takes. */
final class Compatibility {

    private static final int NAMED = 5;

    private final BundleContext context;

    Compatibility(BundleContext context) {
        this.context = context;
    }

    /**
     * What a jar misses.
     *
     * @param with jars that come with it
     */
    List<Remark> problems(ModuleJar jar, Collection<ModuleJar> with) {
        List<String> missing = new ArrayList<>();
        jar.imports().forEach((name, range) -> {
            if (!name.startsWith("java.") && !provided(name, range) && with.stream().noneMatch(j -> j.exported(name)
                    .filter(range::includes).isPresent())) {
                missing.add(name + " " + range);
            }
        });
        if (missing.isEmpty()) {
            return List.of();
        }
        String names = String.join(", ", missing.subList(0, Math.min(NAMED, missing.size())))
                + (missing.size() > NAMED ? ", …" : "");
        return List.of(new Remark("platform.plan.packages", List.of(jar.name(), names)));
    }

    private boolean provided(String name, VersionRange range) {
        return Stream.of(context.getBundles()).filter(b -> b.getState() != Bundle.UNINSTALLED).anyMatch(b -> {
            BundleRevision revision = b.adapt(BundleRevision.class);
            return revision != null && revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream()
                    .anyMatch(c -> fits(c, name, range));
        });
    }

    private static boolean fits(BundleCapability capability, String name, VersionRange range) {
        Object version = capability.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE);
        return name.equals(capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))
                && range.includes(version instanceof Version v ? v : Version.emptyVersion);
    }

    /** Bundles that are wired to packages of a bundle: after its update they go on with the old classes until the next start. */
    static List<String> users(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        Set<String> users = new TreeSet<>();
        if (wiring != null) {
            for (BundleWire wire : wiring.getProvidedWires(PackageNamespace.PACKAGE_NAMESPACE)) {
                Bundle user = wire.getRequirer().getBundle();
                if (user != null && !user.equals(bundle)) {
                    users.add(user.getSymbolicName());
                }
            }
        }
        return List.copyOf(users);
    }
}
