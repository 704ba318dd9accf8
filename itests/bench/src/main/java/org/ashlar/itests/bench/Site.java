package org.ashlar.itests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Instance;
import org.ashlar.itests.support.Tenant;

/** The suite under measurement with one company. */
final class Site implements AutoCloseable {

    private final Databases database;
    private final Instance instance;
    private final Tenant tenant;
    private final String token;

    private Site(Databases database, Instance instance, Tenant tenant, String token) {
        this.database = database;
        this.instance = instance;
        this.tenant = tenant;
        this.token = token;
    }

    static Site open(Databases database, Map<String, String> more, Figures figures) throws IOException {
        Map<String, String> environment = new HashMap<>(database.environment("ashlar_bench"));
        environment.put("ASHLAR_DEMO", "false");
        environment.put("EXTRA_JAVA_OPTS", "-Dashlar.bench=true");
        environment.putAll(more);
        Instance instance = Instance.unpack("bench-" + name(database), environment);
        figures.add("w8", name(database), "first start, all migrations", "s", instance.start());
        Tenant tenant = Tenant.dollars(instance, "BENCH");
        JsonNode made = Api.JSON.readTree(instance.console("ashlar:token-create --company BENCH --name bench --json admin"));
        return new Site(database, instance, tenant, made.path("token").asText());
    }

    private static String name(Databases database) {
        return database.name().toLowerCase(java.util.Locale.ROOT);
    }

    String database() {
        return name(database);
    }

    Api api() {
        return tenant.admin();
    }

    Instance instance() {
        return instance;
    }

    String token() {
        return token;
    }

    Wire wire() throws IOException {
        return new Wire(instance.address(), token);
    }

    /** Resident memory of the suite's process in MiB. */
    double memory() throws IOException {
        long pid = instance.pid();
        for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        return 0;
    }

    @Override
    public void close() {
        instance.close();
    }
}
