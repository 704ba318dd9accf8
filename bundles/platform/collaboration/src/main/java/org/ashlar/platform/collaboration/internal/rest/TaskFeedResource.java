package org.ashlar.platform.collaboration.internal.rest;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.collaboration.internal.domain.TaskCalendar;
import org.ashlar.platform.collaboration.internal.service.ActivityLists;
import org.ashlar.platform.collaboration.internal.service.ActivityLists.Activity;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The caller's open activities for a calendar. */
@Component(service = TaskFeedResource.class)
@RestResource
@Path("/my-tasks.ics")
public final class TaskFeedResource {

    private static final int MOST = 500;

    private final ActivityLists lists;
    private final Access access;
    private final Messages messages;
    private final Clock clock;

    /** By injection. */
    @Activate
    public TaskFeedResource(@Reference ActivityLists lists, @Reference Access access, @Reference Messages messages,
            @Reference Clock clock) {
        this.lists = lists;
        this.access = access;
        this.messages = messages;
        this.clock = clock;
    }

    /** All-day events by deadline, the first 500; with {@code as=tasks} tasks instead of events. */
    @GET
    @Produces(MediaType.WILDCARD)
    @Permission(Permission.SIGNED_IN)
    public Response feed(@QueryParam("as") String as) {
        TaskCalendar calendar = new TaskCalendar(messages.text(access.caller().locale(), "platform.activity.feed", List.of()),
                "tasks".equals(as), clock.instant());
        for (Activity activity : lists.mine(null, 0, MOST)) {
            String about = activity.record() == null ? null : activity.record().label();
            String words = Stream.of(activity.type().name(), about, activity.note()).filter(t -> t != null && !t.isBlank())
                    .collect(Collectors.joining("\n"));
            String summary = activity.summary() == null || activity.summary().isBlank() ? activity.type().name() : activity.summary();
            calendar.add("activity-" + activity.id() + "-company-" + access.caller().companyId() + "@ashlar", summary, words,
                    activity.due());
        }
        return Response.ok(calendar.text()).type("text/calendar;charset=UTF-8").header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"my-tasks.ics\"").build();
    }
}
