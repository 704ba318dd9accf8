package org.ashlar.platform.collaboration.internal.rest;

import java.time.LocalDate;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.activity.Activities;
import org.ashlar.platform.collaboration.internal.service.ActivityLists;
import org.ashlar.platform.collaboration.internal.service.ActivityLists.Activity;
import org.ashlar.platform.collaboration.internal.service.ActivityService;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Activities: planned, changed, done. Who may see one follows from its record; without a record, its two people. */
@Component(service = ActivityResource.class)
@RestResource
@Path("/activities")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ActivityResource {

    private final ActivityService activities;
    private final ActivityLists lists;
    private final Access access;

    /** By injection. */
    @Activate
    public ActivityResource(@Reference ActivityService activities, @Reference ActivityLists lists, @Reference Access access) {
        this.activities = activities;
        this.lists = lists;
        this.access = access;
    }

    /**
     * A new activity.
     *
     * @param type code of its type, {@code todo} if left out
     * @param model model of its record or {@code null}
     * @param assignee user id, the caller if left out
     */
    public record NewActivity(String type, String summary, String note, String model, Long recordId, Long assignee,
            LocalDate due) {
    }

    /** Words at the end. */
    public record Closing(String note) {
    }

    /** Plans one; the assignee is told. */
    @POST
    @Permission(Permission.SIGNED_IN)
    public Activity plan(NewActivity body) {
        NewActivity wanted = ThreadResource.given(body);
        long id = activities.plan(new Activities.Plan(wanted.type() == null ? "todo" : wanted.type(), wanted.summary(),
                wanted.model(), wanted.recordId() == null ? 0 : wanted.recordId(),
                wanted.assignee() == null ? access.caller().userId() : wanted.assignee(), wanted.due()), wanted.note());
        return lists.get(id);
    }

    /** One. */
    @GET
    @Path("/{id: [0-9]{1,18}}")
    @Permission(Permission.SIGNED_IN)
    public Activity get(@PathParam("id") long id) {
        return lists.get(id);
    }

    /** Changes an open one; fields left out stay. */
    @PATCH
    @Path("/{id: [0-9]{1,18}}")
    @Permission(Permission.SIGNED_IN)
    public Activity change(@PathParam("id") long id, ActivityService.Change body) {
        activities.change(id, ThreadResource.given(body));
        return lists.get(id);
    }

    /** Done, with a note. */
    @POST
    @Path("/{id: [0-9]{1,18}}/done")
    @Permission(Permission.SIGNED_IN)
    public Activity done(@PathParam("id") long id, Closing body) {
        activities.close(id, true, body == null ? null : body.note());
        return lists.get(id);
    }

    /** Open again. */
    @POST
    @Path("/{id: [0-9]{1,18}}/reopen")
    @Permission(Permission.SIGNED_IN)
    public Activity reopen(@PathParam("id") long id) {
        activities.reopen(id);
        return lists.get(id);
    }

    /** Not needed any more; stays among the closed ones as cancelled. */
    @DELETE
    @Path("/{id: [0-9]{1,18}}")
    @Permission(Permission.SIGNED_IN)
    public void cancel(@PathParam("id") long id) {
        activities.close(id, false, null);
    }
}
