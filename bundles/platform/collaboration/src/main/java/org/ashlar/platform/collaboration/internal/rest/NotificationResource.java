package org.ashlar.platform.collaboration.internal.rest;

import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.collaboration.internal.service.NoticeChoices;
import org.ashlar.platform.collaboration.internal.service.NoticeService;
import org.ashlar.platform.collaboration.internal.service.NoticeService.Shown;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Notices of the caller. */
@Component(service = NotificationResource.class)
@RestResource
@Path("/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class NotificationResource {

    private final NoticeService notices;
    private final NoticeChoices choices;

    /** By injection. */
    @Activate
    public NotificationResource(@Reference NoticeService notices, @Reference NoticeChoices choices) {
        this.notices = notices;
        this.choices = choices;
    }

    /** Notices with the number of unread ones. */
    public record Notices(long unread, List<Shown> rows) {
    }

    /** How many are unread. */
    public record Unread(long unread) {
    }

    /** Newest first; {@code before} the id of the last one seen goes on. */
    @GET
    @Permission(Permission.SIGNED_IN)
    public Notices list(@QueryParam("unread") @DefaultValue("false") boolean unread,
            @QueryParam("before") @DefaultValue("0") long before, @QueryParam("limit") @DefaultValue("50") int limit) {
        return new Notices(notices.unread(), notices.list(unread, before, limit));
    }

    /** The number on the bell. */
    @GET
    @Path("/count")
    @Permission(Permission.SIGNED_IN)
    public Unread count() {
        return new Unread(notices.unread());
    }

    /** Marks one as read. */
    @POST
    @Path("/{id: [1-9][0-9]{0,17}}/read")
    @Permission(Permission.SIGNED_IN)
    public Unread read(@PathParam("id") long id) {
        notices.mark(id, true);
        return count();
    }

    /** Marks one as unread. */
    @POST
    @Path("/{id: [1-9][0-9]{0,17}}/unread")
    @Permission(Permission.SIGNED_IN)
    public Unread unread(@PathParam("id") long id) {
        notices.mark(id, false);
        return count();
    }

    /** Marks all as read. */
    @POST
    @Path("/read-all")
    @Permission(Permission.SIGNED_IN)
    public Unread readAll() {
        notices.mark(0, true);
        return count();
    }

    /** What the caller wants to hear, how and when. */
    @GET
    @Path("/preferences")
    @Permission(Permission.SIGNED_IN)
    public NoticeChoices.Preferences preferences() {
        return choices.mine();
    }

    /** Replaces it. */
    @PUT
    @Path("/preferences")
    @Permission(Permission.SIGNED_IN)
    public NoticeChoices.Preferences choose(NoticeChoices.Wanted body) {
        choices.choose(ThreadResource.given(body));
        return choices.mine();
    }
}
