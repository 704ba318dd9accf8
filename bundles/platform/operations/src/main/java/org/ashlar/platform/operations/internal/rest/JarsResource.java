package org.ashlar.platform.operations.internal.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.ashlar.platform.job.Jobs;
import org.ashlar.platform.module.ModulePlans;
import org.ashlar.platform.operations.internal.module.Switching;
import org.ashlar.platform.operations.internal.rest.PlanViews.PlanView;
import org.ashlar.platform.operations.internal.upgrade.RehearsedJars;
import org.ashlar.platform.operations.internal.upgrade.Upgrade.Rehearsed;
import org.ashlar.platform.operations.internal.upgrade.UpgradeJobs;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Uploaded jars: what they would do, and installing them. Thread-safe. */
@Component(service = JarsResource.class)
@RestResource
@Path("/operations/jars")
@Produces(MediaType.APPLICATION_JSON)
public final class JarsResource {

    private static final String PERMISSION = "platform.module.manage";

    private final StagedJars jars;
    private final ModulePlans plans;
    private final PlanViews views;
    private final Switching switching;
    private final RehearsedJars rehearsals;
    private final UpgradeViews upgrades;
    private final Jobs jobs;
    private final ObjectMapper json = new ObjectMapper();

    /** By injection. */
    @Activate
    public JarsResource(@Reference StagedJars jars, @Reference ModulePlans plans, @Reference PlanViews views,
            @Reference Switching switching, @Reference RehearsedJars rehearsals, @Reference UpgradeViews upgrades, @Reference Jobs jobs) {
        this.jars = jars;
        this.plans = plans;
        this.views = views;
        this.switching = switching;
        this.rehearsals = rehearsals;
        this.upgrades = upgrades;
        this.jobs = jobs;
    }

    /** Keeps a jar and says what installing it would do; installs nothing. */
    @POST
    @Consumes({"application/java-archive", "application/octet-stream"})
    @Permission(PERMISSION)
    public StagedView stage(InputStream body) {
        String token = jars.keep(body);
        try {
            return view(token);
        } catch (Problem refused) {
            jars.drop(token);
            throw refused;
        }
    }

    /** The same anew. */
    @GET
    @Path("/{token}")
    @Permission(PERMISSION)
    public StagedView get(@PathParam("token") String token) {
        return view(token);
    }

    private StagedView view(String token) {
        return new StagedView(token, views.view(plans.plan(jars.get(token), false)));
    }

    /** Installs it, or upgrades with it. */
    @POST
    @Path("/{token}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(PERMISSION)
    public PlanView install(@PathParam("token") String token, Consent consent) {
        java.nio.file.Path jar = jars.get(token);
        boolean unsigned = consent != null && consent.unsigned();
        if (!unsigned && views.view(plans.plan(jar, false)).signer() == null) {
            throw Problem.rule("unsigned", "platform.plan.unsigned");
        }
        PlanView done = views.view(plans.carryOut(jar, unsigned));
        jars.drop(token);
        return done;
    }

    /** Tries the upgrade on a copy. */
    @POST
    @Path("/{token}/rehearsal")
    @Permission(PERMISSION)
    public Response rehearse(@PathParam("token") String token) {
        return started(UpgradeJobs.REHEARSE, json.createObjectNode().put("jar", jars.get(token).toString()));
    }

    /** What came of that. */
    @GET
    @Path("/{token}/rehearsal")
    @Permission(PERMISSION)
    public UpgradeViews.TrialView rehearsed(@PathParam("token") String token) {
        return upgrades.view(rehearsals.of(jars.get(token)));
    }

    /** Upgrades with it after a backup, so that there is a way back. */
    @POST
    @Path("/{token}/upgrade")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(PERMISSION)
    public Response upgrade(@PathParam("token") String token, Consent consent) {
        java.nio.file.Path jar = jars.get(token);
        boolean unsigned = consent != null && consent.unsigned();
        if (switching.possible(jar, unsigned).signer() == null && !unsigned) {
            throw Problem.rule("unsigned", "platform.plan.unsigned");
        }
        Rehearsed rehearsed = rehearsals.of(jar).map(RehearsedJars.Trial::rehearsed).orElse(Rehearsed.NONE);
        if (rehearsed != Rehearsed.SAME && (consent == null || !consent.anyway())) {
            throw Problem.rule("anyway", "platform.upgrade.unrehearsed");
        }
        return started(UpgradeJobs.UPGRADE, json.createObjectNode().put("jar", jar.toString()).put("unsigned", unsigned)
                .put("rehearsed", rehearsed.name()));
    }

    private Response started(String type, ObjectNode parameters) {
        return Response.status(Response.Status.ACCEPTED).entity(new BackupsResource.Started(jobs.start(type, parameters.toString()))).build();
    }

    /** Forgets it. */
    @DELETE
    @Path("/{token}")
    @Permission(PERMISSION)
    public void drop(@PathParam("token") String token) {
        jars.drop(token);
    }

    /** A kept jar. */
    public record StagedView(String token, PlanView plan) {
    }

    /**
     * What is accepted.
     *
     * @param unsigned a jar that nobody signed
     * @param anyway an upgrade that was not tried, or that did not go well
     */
    public record Consent(boolean unsigned, boolean anyway) {
    }
}
