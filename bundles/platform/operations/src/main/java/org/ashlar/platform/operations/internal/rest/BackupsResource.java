package org.ashlar.platform.operations.internal.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.ashlar.platform.audit.AuditLog;
import org.ashlar.platform.job.Jobs;
import org.ashlar.platform.operations.internal.backup.BackupJobs;
import org.ashlar.platform.operations.internal.backup.BackupPlan;
import org.ashlar.platform.operations.internal.backup.BackupPlans;
import org.ashlar.platform.operations.internal.backup.DefaultBackups;
import org.ashlar.platform.operations.internal.masking.Masking;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Backups, their plan, and rehearsals; what takes long is a job. Restoring is done on the console. Thread-safe. */
@Component(service = BackupsResource.class)
@RestResource
@Path("/operations")
@Produces(MediaType.APPLICATION_JSON)
public final class BackupsResource {

    private static final String PERMISSION = DefaultBackups.PERMISSION;
    /** Whoever takes a backup away takes all data with it, so making them does not suffice. */
    private static final String DOWNLOAD = "platform.backup.download";

    private final ObjectMapper json = new ObjectMapper();
    private final DefaultBackups backups;
    private final BackupPlans plans;
    private final BackupViews views;
    private final Masking masking;
    private final Jobs jobs;
    private final StagedJars jars;
    private final AuditLog audit;
    private final Transactions transactions;

    /** By injection. */
    @Activate
    public BackupsResource(@Reference DefaultBackups backups, @Reference BackupPlans plans, @Reference BackupViews views,
            @Reference Masking masking, @Reference Jobs jobs, @Reference StagedJars jars, @Reference AuditLog audit,
            @Reference Transactions transactions) {
        this.backups = backups;
        this.plans = plans;
        this.views = views;
        this.masking = masking;
        this.jobs = jobs;
        this.jars = jars;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Backups that are kept, newest first. */
    @GET
    @Path("/backups")
    @Permission(PERMISSION)
    public List<BackupViews.BackupView> list() {
        return backups.list().stream().map(views::view).toList();
    }

    /** Makes one. */
    @POST
    @Path("/backups")
    @Permission(PERMISSION)
    public Response create() {
        return started(BackupJobs.CREATE, json.createObjectNode());
    }

    /** Makes one in which persons are invented and that reaches nobody. */
    @POST
    @Path("/masked-backups")
    @Permission(PERMISSION)
    public Response createMasked() {
        return started(BackupJobs.MASKED, json.createObjectNode());
    }

    /** Reads one against its checksums. */
    @POST
    @Path("/backups/{name}/verify")
    @Permission(PERMISSION)
    public Response verify(@PathParam("name") String name) {
        return started(BackupJobs.VERIFY, named(name));
    }

    /** Restores one on trial and compares its figures. */
    @POST
    @Path("/backups/{name}/restore-check")
    @Permission(PERMISSION)
    public Response restoreCheck(@PathParam("name") String name) {
        return started(BackupJobs.RESTORE, named(name));
    }

    /** The file, as it lies there. */
    @GET
    @Path("/backups/{name}/content")
    @Produces({MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_JSON})
    @Permission(DOWNLOAD)
    public Response content(@PathParam("name") String name) throws IOException {
        java.nio.file.Path file = backups.content(name);
        long size = Files.size(file);
        transactions.run(() -> audit.note("platform.backup", 0, "downloaded", Map.of("name", name, "size", size)));
        StreamingOutput content = out -> Files.copy(file, out);
        return Response.ok(content, MediaType.APPLICATION_OCTET_STREAM).header("Content-Length", size)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"").build();
    }

    /** When backups are made by themselves, how many are kept, which are restored on trial. */
    @GET
    @Path("/backup-plan")
    @Permission(PERMISSION)
    public BackupPlan plan() {
        return plans.get();
    }

    /** Changes that. */
    @PUT
    @Path("/backup-plan")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(PERMISSION)
    public BackupPlan changePlan(PlanWish wish) {
        BackupPlan.Verify verify = wish == null ? null : java.util.Arrays.stream(BackupPlan.Verify.values())
                .filter(v -> v.name().equals(wish.verify())).findFirst().orElse(null);
        return plans.put(wish == null ? new BackupPlan(-1, 0, -1, null) : new BackupPlan(number(wish.hour()), number(wish.everyHours()),
                number(wish.keep()), verify));
    }

    private static int number(Integer given) {
        return given == null ? -1 : given;
    }

    /** Further fields that masked backups hide. */
    @GET
    @Path("/masked-fields")
    @Permission(PERMISSION)
    public Fields maskedFields() {
        return new Fields(masking.fields());
    }

    /** Changes those. */
    @PUT
    @Path("/masked-fields")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(PERMISSION)
    public Fields changeMaskedFields(Fields wish) {
        List<String> fields = wish == null || wish.fields() == null ? List.of() : wish.fields();
        transactions.run(() -> {
            masking.mark(fields);
            audit.note("platform.backup", 0, "marked", Map.of("fields", String.join(" ", fields)));
        });
        return new Fields(masking.fields());
    }

    /** Rehearses the upgrade with an uploaded jar, or a restart on a copy. */
    @POST
    @Path("/rehearsals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(PERMISSION)
    public Response rehearse(Wish wish) {
        String jar = wish == null || wish.jar() == null ? null : jars.get(wish.jar()).toString();
        return started(BackupJobs.REHEARSE, json.createObjectNode().put("jar", jar));
    }

    /** @throws Problem NOT_FOUND {@code platform.backup.unknown} */
    private ObjectNode named(String name) {
        backups.content(name);
        return json.createObjectNode().put("name", name);
    }

    private Response started(String type, ObjectNode parameters) {
        return Response.status(Response.Status.ACCEPTED).entity(new Started(jobs.start(type, parameters.toString()))).build();
    }

    /** A job that was started. */
    public record Started(long job) {
    }

    /** A plan as it comes in; what is missing is refused at its field. */
    public record PlanWish(Integer hour, Integer everyHours, Integer keep, String verify) {
    }

    /** Fields as {@code model.field}. */
    public record Fields(List<String> fields) {
    }

    /**
     * What to rehearse.
     *
     * @param jar token of an uploaded jar, {@code null} for the present versions
     */
    public record Wish(String jar) {
    }
}
