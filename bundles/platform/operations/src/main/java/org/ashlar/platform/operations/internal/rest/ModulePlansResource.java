package org.ashlar.platform.operations.internal.rest;

import java.util.List;
import java.util.stream.Stream;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.module.ModulePlans;
import org.ashlar.platform.module.ModulePlans.Step;
import org.ashlar.platform.operations.internal.rest.PlanViews.ModuleView;
import org.ashlar.platform.operations.internal.rest.PlanViews.PlanView;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Installing, switching and removing modules, each with a dry run. Thread-safe. */
@Component(service = ModulePlansResource.class)
@RestResource
@Path("/operations/modules")
@Produces(MediaType.APPLICATION_JSON)
public final class ModulePlansResource {

    private static final String PERMISSION = "platform.module.manage";

    private final ModulePlans plans;
    private final PlanViews views;

    /** By injection. */
    @Activate
    public ModulePlansResource(@Reference ModulePlans plans, @Reference PlanViews views) {
        this.plans = plans;
        this.views = views;
    }

    /** Every module that is installed, known or in the distribution. */
    @GET
    @Permission(PERMISSION)
    public List<ModuleView> modules() {
        return plans.candidates().stream().map(views::view).toList();
    }

    /** What a step would do; changes nothing. */
    @GET
    @Path("/{id: [a-z0-9-]{1,64}}/plan")
    @Permission(PERMISSION)
    public PlanView plan(@PathParam("id") String id, @QueryParam("step") String step) {
        return views.view(plans.plan(step(step), id));
    }

    /** Does it. */
    @POST
    @Path("/{id: [a-z0-9-]{1,64}}/{step: install|uninstall|enable|disable}")
    @Permission(PERMISSION)
    public PlanView carryOut(@PathParam("id") String id, @PathParam("step") String step) {
        return views.view(plans.carryOut(step(step), id));
    }

    /** Drops the tables of a module that is out of service; its id must be repeated. */
    @POST
    @Path("/{id: [a-z0-9-]{1,64}}/purge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(PERMISSION)
    public PlanView purge(@PathParam("id") String id, Confirmation confirmation) {
        if (confirmation == null || !id.equals(confirmation.confirm())) {
            throw Problem.rule("confirm", "platform.plan.confirm", id);
        }
        return views.view(plans.carryOut(Step.PURGE, id));
    }

    private static Step step(String code) {
        return Stream.of(Step.values()).filter(s -> s != Step.UPGRADE && s.code().equals(code)).findFirst()
                .orElseThrow(() -> Problem.of(ProblemKind.BAD_REQUEST, "platform.plan.step", String.valueOf(code)));
    }

    /** That this module is meant. */
    public record Confirmation(String confirm) {
    }
}
