package org.ashlar.platform.web.internal.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.ashlar.platform.module.ModuleInfo;
import org.ashlar.platform.module.ModuleState;
import org.ashlar.platform.module.Modules;
import org.ashlar.platform.module.Readiness;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.ashlar.platform.web.internal.jaxrs.Resources;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * For load balancers and scripts: alive, and ready. Ready means that the start has finished, every installed module is
 * either active or has failed for a stated reason, or waits for one that has, and the database answers.
 */
@Component(service = HealthResource.class)
@RestResource
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {
    private static final Logger LOG = LoggerFactory.getLogger(HealthResource.class);
    private static final String BOOT = "org.apache.karaf.features.BootFinished";
    private static final String FEATURES = "org.apache.karaf.features.FeaturesService";

    private final BundleContext context;
    private final Modules modules;
    private final Sql sql;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Resources resources;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<Readiness> conditions;

    /** By injection. */
    @Activate
    public HealthResource(BundleContext context, @Reference Modules modules, @Reference Sql sql) {
        this.context = context;
        this.modules = modules;
        this.sql = sql;
    }

    /** Alive. */
    @GET
    @Path("/live")
    @Permission(Permission.PUBLIC)
    public Map<String, String> live() {
        return Map.of("status", "live");
    }

    /** Ready, 200, or not yet, 503. */
    @GET
    @Path("/ready")
    @Permission(Permission.PUBLIC)
    public Response ready() {
        List<ModuleInfo> installed = modules.list().stream().filter(m -> m.bundleId() >= 0).toList();
        Map<String, String> states = new TreeMap<>();
        installed.forEach(m -> states.put(m.id(), m.state().name()));
        boolean settled = !installed.isEmpty() && installed.stream().allMatch(m -> m.state() != ModuleState.WAITING || inVain(m));
        Resources now = resources;
        boolean booted = context.getServiceReference(FEATURES) == null || context.getServiceReference(BOOT) != null;
        boolean published = now != null && now.settled();
        boolean database = database();
        List<String> waiting = new ArrayList<>();
        if (!booted) {
            waiting.add("boot");
        }
        if (!published) {
            waiting.add("api");
        }
        conditions.stream().filter(c -> !c.ready()).map(Readiness::id).sorted().forEach(waiting::add);
        boolean ready = settled && database && waiting.isEmpty();
        Ready answer = new Ready(ready ? "ready" : "starting", waiting, database ? "up" : "down", states);
        return Response.status(ready ? 200 : 503).header("Retry-After", ready ? null : "1").entity(answer).build();
    }

    /** Whether a module waits for one that will not come by itself: then the rest works without both. */
    private boolean inVain(ModuleInfo module) {
        return module.requires().stream().map(modules::find).anyMatch(found -> found.isEmpty()
                || found.get().state() == ModuleState.FAILED || found.get().state() == ModuleState.AWAY
                || found.get().state() == ModuleState.WAITING && inVain(found.get()));
    }

    private boolean database() {
        try {
            return sql.read(db -> db.selectOne().fetchOne()) != null;
        } catch (RuntimeException e) {
            LOG.debug("The database does not answer", e);
            return false;
        }
    }

    /**
     * Answer.
     *
     * @param status {@code ready} or {@code starting}
     * @param waiting what it still waits for
     * @param database {@code up} or {@code down}
     * @param modules state by module id
     */
    public record Ready(String status, List<String> waiting, String database, Map<String, String> modules) {
    }
}
