package org.ashlar.platform.collaboration.internal.rest;

import java.util.List;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.collaboration.internal.service.ActivityLists;
import org.ashlar.platform.collaboration.internal.service.ActivityLists.Activity;
import org.ashlar.platform.collaboration.internal.service.ActivityLists.Counts;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the caller has to do. */
@Component(service = MyTasksResource.class)
@RestResource
@Path("/my-tasks")
@Produces(MediaType.APPLICATION_JSON)
public final class MyTasksResource {

    private final ActivityLists lists;

    /** By injection. */
    @Activate
    public MyTasksResource(@Reference ActivityLists lists) {
        this.lists = lists;
    }

    /** Tasks with the counts of all. */
    public record Tasks(Counts counts, List<Activity> rows) {
    }

    /** Tasks by deadline; {@code when} is {@code overdue}, {@code today}, {@code later}, {@code done} or left out. */
    @GET
    @Permission(Permission.SIGNED_IN)
    public Tasks list(@QueryParam("when") String when, @QueryParam("offset") @DefaultValue("0") long offset,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return new Tasks(lists.counts(), lists.mine(when, offset, limit));
    }

    /** How many. */
    @GET
    @Path("/counts")
    @Permission(Permission.SIGNED_IN)
    public Counts counts() {
        return lists.counts();
    }
}
