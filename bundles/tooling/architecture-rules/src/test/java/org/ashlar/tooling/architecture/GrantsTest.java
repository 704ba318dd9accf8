package org.ashlar.tooling.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A default role that grants what nobody asks for is a typing error that no user would ever see. */
class GrantsTest {

    private static final Pattern MODEL = Pattern.compile("@Model\\(\\s*(?:value\\s*=\\s*)?\"([^\"]+)\"");
    private static final Pattern ACTION = Pattern.compile("@Action\\(\\s*(?:value\\s*=\\s*)?\"([^\"]+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-zA-Z0-9-]*(?:\\.[a-zA-Z0-9-]+)+)\"");
    private static final List<String> USUAL = List.of("read", "create", "update", "delete");

    private final House house = House.present();

    @Test
    void defaultRolesGrantPermissionsThatExist() throws IOException {
        Violations violations = new Violations("Grants of default roles");
        Set<String> known = permissions();
        for (BuiltBundle bundle : house.bundles()) {
            Path file = bundle.resource("ASHLAR-INF/security/roles.json");
            if (Files.exists(file)) {
                for (JsonNode role : new ObjectMapper().readTree(file.toFile())) {
                    role.path("grants").forEach(g -> violations.addUnless(matches(g.asText(), known), "%s: %s grants %s",
                            bundle.name(), role.path("id").asText(), g.asText()));
                }
            }
        }
        violations.check();
    }

    private static boolean matches(String grant, Set<String> known) {
        if (!grant.contains("*")) {
            return known.contains(grant);
        }
        String regex = Pattern.quote(grant).replace("*", "\\E.*\\Q");
        return known.stream().anyMatch(p -> p.matches(regex));
    }

    /** Those of models and their actions, and what the code asks for by name. */
    private Set<String> permissions() throws IOException {
        Set<String> known = new TreeSet<>();
        for (BuiltBundle bundle : house.bundles()) {
            for (Path source : bundle.sources()) {
                String text = Files.readString(source);
                Matcher model = MODEL.matcher(text);
                if (model.find()) {
                    USUAL.forEach(verb -> known.add(model.group(1) + "." + verb));
                    ACTION.matcher(text).results().forEach(a -> known.add(model.group(1) + "." + a.group(1)));
                }
                LITERAL.matcher(text).results().forEach(l -> known.add(l.group(1)));
            }
        }
        return known;
    }
}
