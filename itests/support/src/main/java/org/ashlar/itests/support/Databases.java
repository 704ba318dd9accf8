package org.ashlar.itests.support;

import java.util.Map;

/** The two databases the suite runs on: the same build, another environment. */
public enum Databases {
    DERBY, POSTGRESQL;

    /** Environment of an instance with an empty database of that name. */
    public Map<String, String> environment(String name) {
        return this == DERBY ? Map.of()
                : Map.of("ASHLAR_DB_URL", PostgresServer.shared().create(name), "ASHLAR_DB_USER", "postgres",
                        "ASHLAR_DB_PASSWORD", "");
    }
}
