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
import org.ashlar.platform.job.Jobs;
import org.ashlar.platform.operations.internal.rest.UpgradeViews.BackView;
import org.ashlar.platform.operations.internal.rest.UpgradeViews.UpgradeView;
import org.ashlar.platform.operations.internal.upgrade.Upgrade;
import org.ashlar.platform.operations.internal.upgrade.UpgradeJobs;
import org.ashlar.platform.operations.internal.upgrade.Upgrades;
import org.ashlar.platform.operations.internal.upgrade.WayBack;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Upgrades that were done on this node, and the way back. Thread-safe. */
@Component(service = UpgradesResource.class)
@RestResource
@Path("/operations/upgrades")
@Produces(MediaType.APPLICATION_JSON)
public final class UpgradesResource {

    private final ObjectMapper json = new ObjectMapper();
    private final Upgrades upgrades;
    private final WayBack back;
    private final UpgradeViews views;
    private final Jobs jobs;

    /** By injection. */
    @Activate
    public UpgradesResource(@Reference Upgrades upgrades, @Reference WayBack back, @Reference UpgradeViews views, @Reference Jobs jobs) {
        this.upgrades = upgrades;
        this.back = back;
        this.views = views;
        this.jobs = jobs;
    }

    /** All that are known, newest first. */
    @GET
    @Permission(Upgrades.PERMISSION)
    public List<UpgradeView> list() {
        return upgrades.list().stream().map(views::view).toList();
    }

    /** What going back would do, and what would be lost. */
    @GET
    @Path("/{id}/back")
    @Permission(Upgrades.PERMISSION)
    public BackView wayBack(@PathParam("id") String id) {
        return views.back(upgrades.get(id));
    }

    /** Goes back; the name of the module must be repeated. */
    @POST
    @Path("/{id}/back")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(Upgrades.PERMISSION)
    public Response goBack(@PathParam("id") String id, Confirmation confirmation) {
        Upgrade upgrade = upgrades.get(id);
        back.obstacle(upgrade).ifPresent(problem -> {
            throw problem;
        });
        if (confirmation == null || !upgrade.module().equals(confirmation.confirm())) {
            throw Problem.rule("confirm", "platform.upgrade.confirm", upgrade.module());
        }
        long job = jobs.start(UpgradeJobs.BACK, json.createObjectNode().put("id", id).toString());
        return Response.status(Response.Status.ACCEPTED).entity(new BackupsResource.Started(job)).build();
    }

    /** That this module is meant. */
    public record Confirmation(String confirm) {
    }
}
