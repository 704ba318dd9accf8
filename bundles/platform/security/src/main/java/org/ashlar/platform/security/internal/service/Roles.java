package org.ashlar.platform.security.internal.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The default roles that module bundles bring in {@code ASHLAR-INF/security/roles.json}. Thread-safe. */
@Component(service = Roles.class)
public final class Roles implements BundleTrackerCustomizer<Map<String, Set<String>>> {
    private static final String FILE = "ASHLAR-INF/security/roles.json";
    private static final Logger LOG = LoggerFactory.getLogger(Roles.class);

    private final ObjectMapper json = new ObjectMapper();
    private final BundleTracker<Map<String, Set<String>>> bundles;
    private final AtomicLong generation = new AtomicLong();

    /** By injection. */
    @Activate
    public Roles(BundleContext context) {
        bundles = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
        bundles.open();
    }

    @Deactivate
    void stop() {
        bundles.close();
    }

    /** Grants by role code; a role that several bundles bring holds the grants of all. */
    public Map<String, Set<String>> defaults() {
        Map<String, Set<String>> all = new TreeMap<>();
        for (Map<String, Set<String>> roles : bundles.getTracked().values()) {
            roles.forEach((code, grants) -> all.computeIfAbsent(code, c -> new TreeSet<>()).addAll(grants));
        }
        return all;
    }

    /** Grows whenever a bundle with roles comes or goes. */
    public long generation() {
        return generation.get();
    }

    @Override
    public Map<String, Set<String>> addingBundle(Bundle bundle, BundleEvent event) {
        URL file = bundle.getEntry(FILE);
        if (file == null) {
            return null;
        }
        generation.incrementAndGet();
        try {
            return read(json.readTree(file));
        } catch (IOException e) {
            LOG.error("{} of {} cannot be read; its roles are left out: {}", FILE, bundle.getSymbolicName(), e.getMessage());
            return null;
        }
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Map<String, Set<String>> roles) {
        generation.incrementAndGet();
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Map<String, Set<String>> roles) {
        generation.incrementAndGet();
    }

    private static Map<String, Set<String>> read(JsonNode roles) {
        Map<String, Set<String>> read = new HashMap<>();
        for (JsonNode role : roles) {
            List<String> grants =
                    StreamSupport.stream(role.path("grants").spliterator(), false).map(JsonNode::asText).toList();
            read.computeIfAbsent(role.path("id").asText(), c -> new TreeSet<>()).addAll(grants);
        }
        return read;
    }
}
