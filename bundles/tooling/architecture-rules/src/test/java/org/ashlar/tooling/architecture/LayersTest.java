package org.ashlar.tooling.architecture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LayersTest {

    private static final Set<String> WORK_HEADERS = Set.of("Service-Component", "Meta-Persistence", "Bundle-Activator",
            "Karaf-Commands");

    private final House house = House.present();

    @Test
    void bundlesUseOnlyWhatStandsAboveThem() {
        Violations violations = new Violations("Layers: platform < masters < modules < localization < bridges, never sideways");
        for (BuiltBundle user : house.bundles()) {
            for (String javaPackage : user.suiteImports()) {
                BuiltBundle used = house.exporter(javaPackage).orElse(null);
                if (used == null) {
                    violations.add("%s imports %s, which no bundle exports", user.name(), javaPackage);
                } else if (!used.family().equals(user.family()) && !used.layer().above(user.layer())
                        && used.layer() != Layer.PLATFORM) {
                    violations.add("%s (%s) imports %s of %s (%s)", user.name(), user.layer().folder(), javaPackage,
                            used.name(), used.layer().folder());
                }
            }
        }
        violations.check();
    }

    @Test
    void aBundleExportsOrWorksNeverBoth() {
        Violations violations = new Violations("Api bundles only export, implementations export nothing");
        for (BuiltBundle bundle : house.bundles()) {
            if (bundle.api()) {
                violations.addUnless(!bundle.exports().isEmpty(), "%s exports nothing", bundle.name());
                WORK_HEADERS.stream().filter(h -> bundle.headers().getValue(h) != null && !bundle.headers().getValue(h).isBlank())
                        .forEach(h -> violations.add("%s is an api bundle and has %s", bundle.name(), h));
                violations.addUnless(bundle.module().isEmpty(), "%s is an api bundle and declares a module", bundle.name());
                bundle.exports().stream().filter(p -> p.contains(".internal"))
                        .forEach(p -> violations.add("%s exports %s", bundle.name(), p));
            } else {
                violations.addUnless(bundle.exports().isEmpty(), "%s exports %s", bundle.name(), bundle.exports());
            }
        }
        violations.check();
    }

    @Test
    void bundlesFormNoCircle() {
        Violations violations = new Violations("No circles");
        for (BuiltBundle start : house.bundles()) {
            Deque<BuiltBundle> next = new ArrayDeque<>(uses(start));
            Set<BuiltBundle> seen = new HashSet<>();
            while (!next.isEmpty()) {
                BuiltBundle bundle = next.pop();
                violations.addUnless(bundle != start, "%s uses itself by way of others", start.name());
                if (seen.add(bundle)) {
                    next.addAll(uses(bundle));
                }
            }
        }
        violations.check();
    }

    private Set<BuiltBundle> uses(BuiltBundle bundle) {
        Set<BuiltBundle> uses = new HashSet<>();
        bundle.suiteImports().forEach(p -> house.exporter(p).filter(e -> e != bundle).ifPresent(uses::add));
        return uses;
    }

    @Test
    void bridgesJoinTwoModulesByTheirApis() {
        Violations violations = new Violations("A bridge requires the two modules of its name and imports their api bundles");
        for (BuiltBundle bridge : house.bundles().stream().filter(b -> b.layer() == Layer.BRIDGES).toList()) {
            Set<String> sides = new TreeSet<>(Set.of(bridge.name().split("-")));
            violations.addUnless(bridge.name().equals(String.join("-", sides)), "%s: names are alphabetical", bridge.name());
            violations.addUnless(bridge.module().orElse("").equals(bridge.name()), "%s declares the module %s", bridge.name(),
                    bridge.module().orElse("none"));
            violations.addUnless(bridge.requiredModules().containsAll(sides), "%s requires only %s", bridge.name(),
                    bridge.requiredModules());
            for (String javaPackage : bridge.suiteImports()) {
                house.exporter(javaPackage).filter(e -> e.layer() == Layer.MODULES && !sides.contains(e.family()))
                        .ifPresent(e -> violations.add("%s imports %s of a third module", bridge.name(), javaPackage));
            }
        }
        violations.check();
    }

    @Test
    void modulesRequireWhatTheyUse() {
        Violations violations = new Violations("Requirements between modules follow the layers");
        for (BuiltBundle bundle : house.bundles()) {
            for (String id : bundle.requiredModules()) {
                BuiltBundle required = house.bundles().stream().filter(b -> b.module().orElse("").equals(id)).findFirst()
                        .orElse(null);
                if (required == null) {
                    violations.add("%s requires the module %s, which nobody declares", bundle.name(), id);
                } else if (required.layer() != Layer.PLATFORM && !required.layer().above(bundle.layer())) {
                    violations.add("%s (%s) requires the module %s (%s)", bundle.name(), bundle.layer().folder(), id,
                            required.layer().folder());
                }
            }
        }
        violations.check();
    }

    @Test
    void optionalImportsAreOnlyThoseOfTheJpaProvider() {
        Violations violations = new Violations("An optional import makes the container refresh bundles when it comes true");
        Set<String> allowed = Set.of("org.hibernate.proxy", "javassist.util.proxy");
        for (BuiltBundle bundle : house.bundles()) {
            bundle.imports().stream().filter(i -> "optional".equals(i.parameters().get("resolution:")))
                    .filter(i -> !allowed.contains(i.name()))
                    .forEach(i -> violations.add("%s imports %s optionally", bundle.name(), i.name()));
            violations.addUnless(bundle.headers().getValue("DynamicImport-Package") == null, "%s imports dynamically",
                    bundle.name());
        }
        violations.check();
    }
}
