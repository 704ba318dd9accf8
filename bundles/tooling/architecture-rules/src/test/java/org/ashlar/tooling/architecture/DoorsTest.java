package org.ashlar.tooling.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every way in over HTTP says what it needs: methods of resources by annotation, servlets and filters on a reviewed list. */
class DoorsTest {

    private static final String PERMISSION = "org.ashlar.platform.rest.Permission";
    private static final Set<String> VERBS = Set.of("javax.ws.rs.GET", "javax.ws.rs.POST", "javax.ws.rs.PUT",
            "javax.ws.rs.PATCH", "javax.ws.rs.DELETE", "javax.ws.rs.HEAD", "javax.ws.rs.OPTIONS");
    private static final Pattern COMPONENT = Pattern.compile("<scr:component[^>]* name=\"([^\"]+)\"");
    private static final Pattern DOOR = Pattern.compile(
            "<property name=\"osgi\\.http\\.whiteboard\\.(?:servlet|filter|resource)\\.pattern\" type=\"String\""
                    + "(?: value=\"([^\"]*)\"/>|>([^<]*)</property>)");

    /** Fewer would mean that this test does not see them any more. */
    private static final int FEWEST_METHODS = 40;
    private static final int FEWEST_DOORS = 10;

    private final House house = House.present();

    @Test
    void everyMethodOfAResourceDeclaresItsPermission() {
        Violations violations = new Violations("Methods of REST resources without @Permission");
        int seen = 0;
        for (JavaClass type : house.classes()) {
            for (JavaMethod method : type.getMethods()) {
                boolean answers = method.getAnnotations().stream().anyMatch(a -> VERBS.contains(a.getRawType().getName()));
                if (answers) {
                    seen++;
                    violations.addUnless(method.isAnnotatedWith(PERMISSION), "%s", method.getFullName());
                }
            }
        }
        violations.addUnless(seen > FEWEST_METHODS, "only %d methods were found: the search is out of date", seen);
        violations.check();
    }

    @Test
    void everyServletAndFilterWasReviewed() throws IOException {
        Violations violations = new Violations("Servlets and filters that are not in doors.txt, or there and nowhere else");
        Set<String> reviewed = reviewed();
        Set<String> found = new TreeSet<>();
        for (BuiltBundle bundle : house.bundles()) {
            Path components = bundle.classes().resolve("OSGI-INF");
            if (Files.isDirectory(components)) {
                try (Stream<Path> files = Files.list(components)) {
                    for (Path file : files.filter(f -> f.toString().endsWith(".xml")).toList()) {
                        found.addAll(doors(Files.readString(file)));
                    }
                }
            }
        }
        found.forEach(d -> violations.addUnless(reviewed.contains(d), "%s is not reviewed", d));
        reviewed.forEach(d -> violations.addUnless(found.contains(d), "%s is reviewed and not there", d));
        violations.addUnless(found.size() > FEWEST_DOORS, "only %d were found: the search is out of date", found.size());
        violations.check();
    }

    private static List<String> doors(String component) {
        List<String> doors = new ArrayList<>();
        Matcher name = COMPONENT.matcher(component);
        Matcher door = DOOR.matcher(component);
        if (name.find()) {
            while (door.find()) {
                String patterns = door.group(1) == null ? door.group(2) : door.group(1);
                patterns.lines().map(String::strip).filter(p -> !p.isEmpty()).forEach(p -> doors.add(name.group(1) + " " + p));
            }
        }
        return doors;
    }

    private static Set<String> reviewed() throws IOException {
        try (InputStream in = DoorsTest.class.getResourceAsStream("/doors.txt")) {
            Set<String> reviewed = new TreeSet<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .forEach(l -> reviewed.add(l.substring(0, l.indexOf(": "))));
            return reviewed;
        }
    }
}
