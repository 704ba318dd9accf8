package org.ashlar.tooling.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PackagingTest {

    private static final String GRANT = "([a-z][a-zA-Z0-9-]*|\\*)(\\.([a-z][a-zA-Z0-9-]*|\\*))*";
    private static final Pattern VERSION = Pattern.compile("<([a-z.]+\\.version)>([^<]+)</");
    private static final int MOST_DEPENDENCIES = 8;

    private final House house = House.present();

    @Test
    void rolesAreWellFormed() throws IOException {
        Violations violations = new Violations("ASHLAR-INF/security/roles.json");
        for (BuiltBundle bundle : house.bundles()) {
            Path file = bundle.resource("ASHLAR-INF/security/roles.json");
            if (!Files.exists(file)) {
                continue;
            }
            JsonNode roles = new ObjectMapper().readTree(file.toFile());
            violations.addUnless(roles.isArray(), "%s: no array", bundle.name());
            for (JsonNode role : roles) {
                String id = role.path("id").asText();
                violations.addUnless(id.matches("[a-z][a-z0-9-]*\\.[a-z][a-zA-Z0-9]*"), "%s: role id \"%s\"", bundle.name(), id);
                violations.addUnless(role.path("grants").isArray() && !role.path("grants").isEmpty(),
                        "%s: role %s grants nothing", bundle.name(), id);
                for (JsonNode grant : role.path("grants")) {
                    violations.addUnless(grant.asText().matches(GRANT), "%s: grant \"%s\" of %s", bundle.name(),
                            grant.asText(), id);
                }
            }
        }
        violations.check();
    }

    @Test
    void everyModuleExplainsItself() {
        Violations violations = new Violations("README.md with purpose, models, permissions, events, extension points");
        for (BuiltBundle bundle : house.bundles()) {
            boolean there = Files.exists(bundle.folder().resolve("README.md"))
                    || Files.exists(bundle.folder().resolveSibling("README.md"))
                    || bundle.api() && Files.exists(bundle.folder().resolveSibling(bundle.family() + "/README.md"));
            violations.addUnless(there, "%s", house.relative(bundle.folder()));
        }
        violations.check();
    }

    @Test
    void pomsOfModulesOnlySayWhatTheyAre() throws IOException {
        Violations violations = new Violations("POMs of bundles: parent, name, a few dependencies; the rest stands in one place");
        for (BuiltBundle bundle : house.bundles()) {
            if (bundle.layer() == Layer.PLATFORM) {
                continue;
            }
            String pom = Files.readString(bundle.folder().resolve("pom.xml"));
            violations.addUnless(!pom.contains("<build>"), "%s configures its build", bundle.name());
            int count = pom.split("<dependency>", -1).length - 1;
            violations.addUnless(count <= MOST_DEPENDENCIES, "%s has %d dependencies", bundle.name(), count);
        }
        violations.check();
    }

    @Test
    void featuresListEveryBundleOnce() throws IOException {
        Violations violations = new Violations("Each bundle stands in exactly one feature, a bridge once for its pair");
        String features = Files.readString(house.root().resolve("features/src/main/feature/features.xml"));
        for (BuiltBundle bundle : house.bundles()) {
            int count = features.split(Pattern.quote("mvn:org.ashlar/" + bundle.name() + "/"), -1).length - 1;
            violations.addUnless(count == 1, "%s is listed %d times", bundle.name(), count);
        }
        violations.check();
    }

    @Test
    void partnersBuildWithTheSuitesVersions() throws IOException {
        Violations violations = new Violations("Versions in the sample extension, which every new extension starts from");
        Map<String, String> suite = versions(house.root().resolve("pom.xml"));
        Path sample = house.root().resolve("bundles/tooling/sample-extension/pom.xml");
        versions(sample).forEach((name, version) -> violations.addUnless(
                version.equals(suite.getOrDefault(name, version)), "%s is %s, in the suite %s", name, version, suite.get(name)));
        String pom = Files.readString(house.root().resolve("pom.xml"));
        Matcher own = Pattern.compile("<artifactId>ashlar</artifactId>\\s*<version>([^<]+)<").matcher(pom);
        violations.addUnless(own.find() && own.group(1).equals(versions(sample).get("ashlar.version")),
                "ashlar.version is not the suite's");
        for (String plugin : List.of("maven-compiler-plugin", "maven-surefire-plugin", "maven-jar-plugin",
                "maven-resources-plugin")) {
            Pattern pattern = Pattern.compile("<artifactId>" + plugin + "</artifactId>\\s*<version>([^<]+)<");
            Matcher here = pattern.matcher(Files.readString(sample));
            Matcher there = pattern.matcher(pom);
            violations.addUnless(here.find() && there.find() && here.group(1).equals(there.group(1)), "%s", plugin);
        }
        violations.check();
    }

    private static Map<String, String> versions(Path pom) throws IOException {
        Map<String, String> versions = new TreeMap<>();
        Matcher matcher = VERSION.matcher(Files.readString(pom));
        while (matcher.find()) {
            versions.putIfAbsent(matcher.group(1), matcher.group(2));
        }
        return versions;
    }
}
