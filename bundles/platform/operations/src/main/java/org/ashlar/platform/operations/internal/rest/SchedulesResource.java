package org.ashlar.platform.operations.internal.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.ashlar.platform.schedule.Schedules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Scheduled tasks, their runs, and running one now. Thread-safe. */
@Component(service = SchedulesResource.class)
@RestResource
@Path("/operations/schedules")
@Produces(MediaType.APPLICATION_JSON)
public final class SchedulesResource {

    private static final String PERMISSION = "platform.schedule.run";
    private static final int MOST = 500;

    private final Schedules schedules;
    private final PlanViews texts;
    private final Access access;

    /** By injection. */
    @Activate
    public SchedulesResource(@Reference Schedules schedules, @Reference PlanViews texts, @Reference Access access) {
        this.schedules = schedules;
        this.texts = texts;
        this.access = access;
    }

    /** All tasks. */
    @GET
    @Permission(PERMISSION)
    public List<TaskView> list() {
        return schedules.list().stream().map(this::view).toList();
    }

    /** The latest runs of one. */
    @GET
    @Path("/{id}/runs")
    @Permission(PERMISSION)
    public List<RunView> runs(@PathParam("id") String id, @QueryParam("limit") @DefaultValue("50") int limit) {
        return schedules.runs(id, Math.min(MOST, Math.max(1, limit))).stream()
                .map(r -> new RunView(r.node(), r.start(), r.end(), r.outcome(), r.problem())).toList();
    }

    /** Runs one as soon as a thread is free. */
    @POST
    @Path("/{id}/run")
    @Permission(PERMISSION)
    public Response run(@PathParam("id") String id) {
        schedules.runNow(id);
        return Response.status(Response.Status.ACCEPTED).entity(schedules.list().stream().filter(s -> s.id().equals(id))
                .map(this::view).findFirst()
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "platform.schedule.unknown", id))).build();
    }

    private TaskView view(Schedules.Status task) {
        Locale locale = access.caller().locale();
        return new TaskView(task.id(), texts.of(locale, "task." + task.id(), task.id()),
                task.every() == null ? null : task.every().toSeconds(), task.nextRun(), task.runningOn(), task.lastStart(),
                task.lastEnd(), task.outcome(), task.problem());
    }

    /**
     * A task.
     *
     * @param everySeconds time between two runs, {@code null} while its module is away
     */
    public record TaskView(String id, String title, Long everySeconds, Instant nextRun, String runningOn, Instant lastStart,
            Instant lastEnd, String outcome, String problem) {
    }

    /** A finished run. */
    public record RunView(String node, Instant start, Instant end, String outcome, String problem) {
    }
}
