package org.ashlar.tooling.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodeTest {

    private static final int MOST_LINES = 400;

    /** Calls that read the machine's clock or zone without the injected {@link java.time.Clock}, and others that do harm. */
    private static final Set<String> FORBIDDEN = Set.of("java.time.LocalDate.now()", "java.time.LocalDateTime.now()",
            "java.time.LocalTime.now()", "java.time.Instant.now()", "java.time.ZonedDateTime.now()",
            "java.time.OffsetDateTime.now()", "java.time.Year.now()", "java.time.YearMonth.now()", "java.util.Date.<init>()",
            "java.util.Calendar.getInstance()", "java.lang.System.exit(int)");

    /** The platform waits between attempts (deadlock victims, the lock of another node); business code never does. */
    private static final String SLEEP = "java.lang.Thread.sleep(long)";

    /** Purity of {@code domain} packages: a plain test must be able to prove them. */
    private static final List<String> IMPURE = List.of("org.osgi.framework", "org.osgi.service", "javax.persistence",
            "javax.ws.rs", "javax.servlet", "javax.transaction", "org.jooq", "org.hibernate", "java.sql", "javax.sql",
            "org.apache");

    private final House house = House.present();

    @Test
    void timeComesFromTheSuitesClockAndOutputGoesToTheLog() {
        Violations violations = new Violations("Forbidden calls");
        for (JavaClass type : house.classes()) {
            if (client(type)) {
                continue;
            }
            for (JavaCall<?> call : calls(type)) {
                String target = call.getTargetOwner().getName() + "." + call.getTarget().getName() + "("
                        + String.join(",", call.getTarget().getRawParameterTypes().stream().map(JavaClass::getName).toList())
                        + ")";
                boolean sleeps = target.equals(SLEEP) && house.owner(type.getName()).layer() != Layer.PLATFORM;
                if (FORBIDDEN.contains(target) || target.endsWith(".printStackTrace()") || sleeps) {
                    violations.add("%s %s calls %s", type.getName(), call.getSourceCodeLocation(), target);
                }
            }
            for (JavaFieldAccess access : type.getFieldAccessesFromSelf()) {
                String name = access.getTarget().getFullName();
                violations.addUnless(!name.equals("java.lang.System.out") && !name.equals("java.lang.System.err"),
                        "%s %s uses %s", type.getName(), access.getSourceCodeLocation(), name);
            }
        }
        violations.check();
    }

    private static List<JavaCall<?>> calls(JavaClass type) {
        List<JavaCall<?>> calls = new ArrayList<>(type.getMethodCallsFromSelf());
        calls.addAll(type.getConstructorCallsFromSelf());
        return calls;
    }

    /** Programs of their own, outside the container: their output is what they are for. */
    private static boolean client(JavaClass type) {
        return type.getPackageName().contains(".client");
    }

    @Test
    void domainRulesArePure() {
        Violations violations = new Violations("Packages named domain know no OSGi, JPA, SQL or REST");
        for (JavaClass type : house.classes()) {
            if (!type.getPackageName().matches(".*\\.internal\\.domain(\\..*)?")) {
                continue;
            }
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String target = dependency.getTargetClass().getPackageName();
                violations.addUnless(IMPURE.stream().noneMatch(target::startsWith), "%s uses %s", type.getName(),
                        dependency.getTargetClass().getName());
            }
        }
        violations.check();
    }

    @Test
    void apisHoldContractsOnly() {
        Violations violations = new Violations("Api bundles hold no component and no entity, and pass no untyped maps");
        for (JavaClass type : house.classes()) {
            BuiltBundle owner = house.owner(type.getName());
            if (!owner.api()) {
                continue;
            }
            violations.addUnless(!type.isAnnotatedWith("javax.persistence.Entity"), "%s is an entity", type.getName());
            violations.addUnless(!Files.exists(owner.classes().resolve("OSGI-INF/" + type.getName() + ".xml")),
                    "%s is a component", type.getName());
            if (owner.layer() != Layer.PLATFORM) {
                for (JavaMethod method : type.getMethods()) {
                    untyped(method.getReturnType(), method, violations);
                    method.getParameterTypes().forEach(t -> untyped(t, method, violations));
                }
            }
        }
        violations.check();
    }

    private static void untyped(JavaType type, JavaMethod method, Violations violations) {
        violations.addUnless(!type.getName().equals("java.util.Map<java.lang.String, java.lang.Object>"),
                "%s passes Map<String, Object>", method.getFullName());
    }

    @Test
    void entitiesAreProviderNeutral() {
        Violations violations = new Violations("Only the platform knows the JPA provider");
        for (JavaClass type : house.classes()) {
            if (house.owner(type.getName()).layer() == Layer.PLATFORM) {
                continue;
            }
            type.getDirectDependenciesFromSelf().stream().map(d -> d.getTargetClass().getName())
                    .filter(n -> n.startsWith("org.hibernate") || n.startsWith("org.eclipse.persistence"))
                    .forEach(n -> violations.add("%s uses %s", type.getName(), n));
        }
        violations.check();
    }

    @Test
    void sourcesStayShort() throws IOException {
        Violations violations = new Violations("Java files have at most " + MOST_LINES + " lines");
        for (String top : List.of("bundles", "itests")) {
            for (Path file : BuiltBundle.javaFiles(house.root().resolve(top))) {
                if (!file.toString().contains("/target/")) {
                    long lines = Files.readAllLines(file).size();
                    violations.addUnless(lines <= MOST_LINES, "%s has %d", house.relative(file), lines);
                }
            }
        }
        violations.check();
    }
}
