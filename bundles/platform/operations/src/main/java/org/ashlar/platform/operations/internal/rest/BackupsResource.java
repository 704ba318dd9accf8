package org.ashlar.platform.operations.internal.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.ashlar.platform.backup.Backups;
import org.ashlar.platform.job.Jobs;
import org.ashlar.platform.operations.internal.backup.BackupJobs;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Backups and rehearsals, as jobs. Restoring is done on the console. Thread-safe. */
@Component(service = BackupsResource.class)
@RestResource
@Path("/operations")
@Produces(MediaType.APPLICATION_JSON)
public final class BackupsResource {

    private static final String PERMISSION = "platform.backup.manage";

    private final ObjectMapper json = new ObjectMapper();
    private final Backups backups;
    private final Jobs jobs;
    private final StagedJars jars;

    /** By injection. */
    @Activate
    public BackupsResource(@Reference Backups backups, @Reference Jobs jobs, @Reference StagedJars jars) {
        this.backups = backups;
        this.jobs = jobs;
        this.jars = jars;
    }

    /** Backups that are kept, newest first. */
    @GET
    @Path("/backups")
    @Permission(PERMISSION)
    public List<Backups.Backup> list() {
        return backups.list();
    }

    /** Makes one. */
    @POST
    @Path("/backups")
    @Permission(PERMISSION)
    public Response create() {
        return started(BackupJobs.Create.TYPE, json.createObjectNode().toString());
    }

    /** Reads one against its checksums. */
    @POST
    @Path("/backups/{name}/verify")
    @Permission(PERMISSION)
    public Response verify(@PathParam("name") String name) {
        if (backups.list().stream().noneMatch(b -> b.name().equals(name))) {
            throw Problem.of(ProblemKind.NOT_FOUND, "platform.backup.unknown", name);
        }
        return started(BackupJobs.Verify.TYPE, json.createObjectNode().put("name", name).toString());
    }

    /** Rehearses the upgrade with an uploaded jar, or a restart on a copy. */
    @POST
    @Path("/rehearsals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(PERMISSION)
    public Response rehearse(Wish wish) {
        String jar = wish == null || wish.jar() == null ? null : jars.get(wish.jar()).toString();
        return started(BackupJobs.Rehearse.TYPE, json.createObjectNode().put("jar", jar).toString());
    }

    private Response started(String type, String parameters) {
        return Response.status(Response.Status.ACCEPTED).entity(new Started(jobs.start(type, parameters))).build();
    }

    /** A job that was started. */
    public record Started(long job) {
    }

    /**
     * What to rehearse.
     *
     * @param jar token of an uploaded jar, {@code null} for the present versions
     */
    public record Wish(String jar) {
    }
}
