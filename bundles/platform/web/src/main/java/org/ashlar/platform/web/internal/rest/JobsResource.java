package org.ashlar.platform.web.internal.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
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
@Path("/jobs/{id: [0-9]+}")
@Produces(MediaType.APPLICATION_JSON)
public final class JobsResource {
    private final Jobs jobs;

    /** By injection. */
    @Activate
    public JobsResource(@Reference Jobs jobs) {
        this.jobs = jobs;
    }

    /** Where a run stands. */
    @GET
    @Permission("platform.job.read")
    public JobView get(@PathParam("id") long id) {
        return view(id);
    }

    /** Asks a run to stop. */
    @POST
    @Path("/cancel")
    @Permission("platform.job.cancel")
    public JobView cancel(@PathParam("id") long id) {
        jobs.cancel(id);
        return view(id);
    }

    /** Lets a run that failed or was cancelled go on. */
    @POST
    @Path("/resume")
    @Permission("platform.job.resume")
    public JobView resume(@PathParam("id") long id) {
        jobs.resume(id);
        return view(id);
    }

    private JobView view(long id) {
        JobStatus status = jobs.status(id);
        return new JobView(status.id(), status.type(), status.state(), status.done(), status.total(), status.result(),
                status.problem(), status.startedAt(), status.endedAt());
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
