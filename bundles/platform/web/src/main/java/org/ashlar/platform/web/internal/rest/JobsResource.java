package org.ashlar.platform.web.internal.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.job.JobStatus;
import org.ashlar.platform.job.Jobs;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs of long work. */
@Component(service = JobsResource.class)
@RestResource
@Path("/jobs")
@Produces(MediaType.APPLICATION_JSON)
public final class JobsResource {
    private final Jobs jobs;

    /** By injection. */
    @Activate
    public JobsResource(@Reference Jobs jobs) {
        this.jobs = jobs;
    }

    /** The newest runs of the company, {@code limit} of them (50, at most 500). */
    @GET
    @Permission("platform.job.read")
    public JobList list(@QueryParam("limit") @DefaultValue("50") int limit) {
        return new JobList(jobs.list(limit).stream().map(JobsResource::view).toList());
    }

    /** Where a run stands. */
    @GET
    @Path("/{id: [0-9]+}")
    @Permission("platform.job.read")
    public JobView get(@PathParam("id") long id) {
        return view(id);
    }

    /** Asks a run to stop. */
    @POST
    @Path("/{id: [0-9]+}/cancel")
    @Permission("platform.job.cancel")
    public JobView cancel(@PathParam("id") long id) {
        jobs.cancel(id);
        return view(id);
    }

    /** Lets a run that failed or was cancelled go on. */
    @POST
    @Path("/{id: [0-9]+}/resume")
    @Permission("platform.job.resume")
    public JobView resume(@PathParam("id") long id) {
        jobs.resume(id);
        return view(id);
    }

    private JobView view(long id) {
        return view(jobs.status(id));
    }

    private static JobView view(JobStatus status) {
        return new JobView(status.id(), status.type(), status.state(), status.done(), status.total(), status.result(),
                status.problem(), status.startedAt(), status.endedAt());
    }

    /** Runs, newest first. */
    public record JobList(List<JobView> rows) {
    }

    /**
     * A run.
     *
     * @param result JSON of the job
     */
    public record JobView(long id, String type, String state, long done, long total, @JsonRawValue String result,
            String problem, Instant startedAt, Instant endedAt) {
    }
}
