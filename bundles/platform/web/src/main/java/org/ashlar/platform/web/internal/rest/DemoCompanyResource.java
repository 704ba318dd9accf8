package org.ashlar.platform.web.internal.rest;

import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.ashlar.platform.job.Jobs;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A company with sample records beside the real ones, to try the suite out. */
@Component(service = DemoCompanyResource.class)
@RestResource
@Path("/demo-company")
@Produces(MediaType.APPLICATION_JSON)
public final class DemoCompanyResource {
    private final Jobs jobs;

    /** By injection. */
    @Activate
    public DemoCompanyResource(@Reference Jobs jobs) {
        this.jobs = jobs;
    }

    /** Makes it, or what is missing in it, as a job. */
    @POST
    @Permission("platform.company.create")
    public Response make() {
        return Response.accepted(new Started(jobs.start("platform.demoCompany", "{}"))).build();
    }

    /** The job that was started. */
    public record Started(long job) {
    }
}
