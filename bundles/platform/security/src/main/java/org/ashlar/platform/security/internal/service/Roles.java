package org.ashlar.platform.security.internal.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.ashlar.platform.security.internal.domain.RoleDefinition;
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
public final class Roles implements BundleTrackerCustomizer<List<RoleDefinition>> {
    private static final String FILE = "ASHLAR-INF/security/roles.json";
    private static final Logger LOG = LoggerFactory.getLogger(Roles.class);

    private final ObjectMapper json = new ObjectMapper();
    private final BundleTracker<List<RoleDefinition>> bundles;
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

    /** Roles by code; one that several bundles bring holds the grants of all. */
    public Map<String, RoleDefinition> defaults() {
        Map<String, RoleDefinition> all = new TreeMap<>();
        bundles.getTracked().values().forEach(l -> l.forEach(r -> all.merge(r.code(), r, Roles::joined)));
        return all;
    }

    private static RoleDefinition joined(RoleDefinition a, RoleDefinition b) {
        return new RoleDefinition(a.code(), union(a.grants(), b.grants()), union(a.includes(), b.includes()),
                a.portal() && b.portal());
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        Set<String> all = new TreeSet<>(a);
        all.addAll(b);
        return all;
    }

    /** Grows whenever a bundle with roles comes or goes. */
    public long generation() {
        return generation.get();
    }

    @Override
    public List<RoleDefinition> addingBundle(Bundle bundle, BundleEvent event) {
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
    public void modifiedBundle(Bundle bundle, BundleEvent event, List<RoleDefinition> roles) {
        generation.incrementAndGet();
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, List<RoleDefinition> roles) {
        generation.incrementAndGet();
    }

    private static List<RoleDefinition> read(JsonNode roles) {
        List<RoleDefinition> read = new ArrayList<>();
        for (JsonNode role : roles) {
            read.add(new RoleDefinition(role.path("id").asText(), texts(role.path("grants")), texts(role.path("includes")),
                    role.path("portal").asBoolean()));
        }
        return read;
    }

    private static Set<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
