package org.ashlar.itests.support;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** One running suite per database for all tests of a JVM; each test works in a company of its own. Thread-safe. */
public final class Suites {

    private static final Map<Databases, Instance> RUNNING = new EnumMap<>(Databases.class);

    private Suites() {
    }

    /** The shared suite on a database, started on first use, counting SQL statements. */
    public static synchronized Instance on(Databases database) {
        return RUNNING.computeIfAbsent(database, d -> {
            Map<String, String> environment = new HashMap<>(d.environment("ashlar_flows"));
            environment.put("EXTRA_JAVA_OPTS", "-Dashlar.count.statements=true");
            environment.put("ASHLAR_DEMO", "false");
            // So that a test can come from elsewhere, or over HTTPS.
            environment.put("ASHLAR_TRUSTED_PROXIES", "127.0.0.1");
            Instance instance = Instance.unpack("flows-" + d.name().toLowerCase(java.util.Locale.ROOT), environment);
            instance.start();
            return instance;
        });
    }
}
