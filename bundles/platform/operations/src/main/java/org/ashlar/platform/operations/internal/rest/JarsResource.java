package org.ashlar.platform.operations.internal.rest;

import java.io.InputStream;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.module.ModulePlans;
import org.ashlar.platform.operations.internal.rest.PlanViews.PlanView;
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

    /** By injection. */
    @Activate
    public JarsResource(@Reference StagedJars jars, @Reference ModulePlans plans, @Reference PlanViews views) {
        this.jars = jars;
        this.plans = plans;
        this.views = views;
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

    /** Whether a jar is accepted that nobody signed. */
    public record Consent(boolean unsigned) {
    }
}
