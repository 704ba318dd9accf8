package org.ashlar.platform.operations.internal.module;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Conditional;
import org.apache.karaf.features.Dependency;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.ashlar.platform.module.DistributedJar;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The modules that the distribution holds: features {@code ashlar-<id>} and the jars they name. Thread-safe. */
@Component(service = Distribution.class)
public final class Distribution {

    private static final String PREFIX = "ashlar-";
    private static final EnumSet<FeaturesService.Option> QUIETLY = EnumSet.of(FeaturesService.Option.NoAutoRefreshBundles,
            FeaturesService.Option.NoAutoRefreshManagedBundles);

    private final BundleContext context;
    private final FeaturesService features;
    private final Path home;

    /** By injection. */
    @Activate
    public Distribution(BundleContext context, @Reference FeaturesService features) {
        this.context = context;
        this.features = features;
        home = Path.of(context.getProperty("karaf.home"));
    }

    /** Jars by module id of what could be installed now, with the version there. */
    Map<String, ModuleJar> modules() {
        Map<String, ModuleJar> modules = new LinkedHashMap<>();
        for (Feature feature : all()) {
            jars(feature.getBundles().stream().map(BundleInfo::getLocation).toList()).stream()
                    .filter(jar -> jar.module().filter(id -> feature.getName().equals(PREFIX + id)).isPresent())
                    .forEach(jar -> modules.put(jar.module().orElseThrow(), jar));
        }
        return modules;
    }

    /** The jar of a module or of a bridge that comes with modules. */
    Optional<ModuleJar> jar(String module) {
        List<Feature> features = all();
        Set<String> everything = features.stream().map(Feature::getName).collect(Collectors.toSet());
        return features.stream().flatMap(f -> jars(locations(f, everything)).stream())
                .filter(jar -> jar.module().filter(module::equals).isPresent()).findFirst();
    }

    /** Whether there is a feature for a module. */
    boolean has(String module) {
        return all().stream().anyMatch(f -> f.getName().equals(PREFIX + module));
    }

    /** Jars of bundles that installing a module would add: its own, those it needs, and the bridges it makes possible. */
    List<ModuleJar> toInstall(String module) {
        Map<String, Feature> byName = all().stream().collect(Collectors.toMap(Feature::getName, f -> f, (a, b) -> a));
        Set<String> then = installed();
        add(PREFIX + module, byName, then);
        Set<String> wanted = new LinkedHashSet<>();
        for (String name : then) {
            Feature feature = byName.get(name);
            if (feature != null) {
                wanted.addAll(locations(feature, then));
            }
        }
        Set<String> there = Stream.of(context.getBundles()).map(Bundle::getLocation).collect(Collectors.toSet());
        return jars(wanted.stream().filter(l -> !there.contains(l)).toList());
    }

    /** Installed bundles that would go with a module. */
    List<Bundle> toUninstall(String module) {
        Map<String, Feature> byName = all().stream().collect(Collectors.toMap(Feature::getName, f -> f, (a, b) -> a));
        Set<String> now = installed();
        Set<String> then = new LinkedHashSet<>(now);
        then.remove(PREFIX + module);
        Set<String> needed = new LinkedHashSet<>();
        then.stream().map(byName::get).filter(f -> f != null).forEach(f -> needed.addAll(locations(f, then)));
        Set<String> before = new LinkedHashSet<>();
        now.stream().map(byName::get).filter(f -> f != null).forEach(f -> before.addAll(locations(f, now)));
        before.removeAll(needed);
        return Stream.of(context.getBundles()).filter(b -> before.contains(b.getLocation())).toList();
    }

    /** Installs a module while people work. */
    void install(String module) throws Exception {
        features.installFeatures(Set.of(PREFIX + module), QUIETLY);
    }

    /** Takes a module out while people work. */
    void uninstall(String module) throws Exception {
        features.uninstallFeatures(Set.of(PREFIX + module), QUIETLY);
    }

    /** Whether a module's feature is installed, and not only because another needs it. */
    boolean installed(String module) {
        return installed().contains(PREFIX + module);
    }

    private static void add(String name, Map<String, Feature> byName, Set<String> then) {
        Feature feature = byName.get(name);
        if (feature != null && then.add(name)) {
            feature.getDependencies().stream().map(Dependency::getName).forEach(d -> add(d, byName, then));
        }
    }

    private static List<String> locations(Feature feature, Set<String> then) {
        List<String> locations = new ArrayList<>(feature.getBundles().stream().map(BundleInfo::getLocation).toList());
        for (Conditional conditional : feature.getConditional()) {
            if (then.containsAll(conditional.getCondition())) {
                conditional.getBundles().stream().map(BundleInfo::getLocation).forEach(locations::add);
            }
        }
        return locations;
    }

    private Set<String> installed() {
        try {
            return Stream.of(features.listInstalledFeatures()).map(Feature::getName)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Feature> all() {
        try {
            return Stream.of(features.listFeatures()).filter(f -> f.getName().startsWith(PREFIX)).toList();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<ModuleJar> jars(Collection<String> locations) {
        List<ModuleJar> jars = new ArrayList<>();
        for (String location : locations) {
            file(location).ifPresent(jar -> {
                try {
                    jars.add(ModuleJar.of(jar.file()));
                } catch (IOException unreadable) {
                    throw new IllegalStateException(jar.file() + ": " + unreadable.getMessage(), unreadable);
                }
            });
        }
        return jars;
    }

    /** The file of a Maven address in the distribution. */
    Optional<DistributedJar> file(String location) {
        return DistributedJar.of(home, location);
    }
}
