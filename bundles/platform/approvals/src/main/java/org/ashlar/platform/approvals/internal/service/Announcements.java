package org.ashlar.platform.approvals.internal.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ashlar.platform.activity.Comments;
import org.ashlar.platform.approvals.internal.model.RequestEntity;
import org.ashlar.platform.approvals.internal.model.RequestState;
import org.ashlar.platform.approvals.internal.model.TaskEntity;
import org.ashlar.platform.approvals.internal.model.TaskState;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.notify.Notice;
import org.ashlar.platform.notify.Notifications;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells approvers and requesters what waits for them, in the transaction of the change. Without the notification service
 * the inbox still shows everything. Thread-safe.
 */
@Component(service = Announcements.class)
public final class Announcements {

    private final BundleContext context;
    private final Users users;
    private final Substitutes substitutes;
    private final Links links;

    /** By injection. */
    @Activate
    public Announcements(BundleContext context, @Reference Users users, @Reference Substitutes substitutes,
            @Reference Links links) {
        this.context = context;
        this.users = users;
        this.substitutes = substitutes;
        this.links = links;
    }

    /** A request waits for the approvers of its present step; those in {@code told} know already. */
    void requested(RequestEntity request, String policy, List<Long> told) {
        List<TaskEntity> fresh = open(request).stream().filter(t -> !told.contains(t.getUser())).toList();
        tell(request, "approval.requested", "platform.approval.notice.requested", withSubstitutes(fresh), false,
                name(request.getRequester()), request.getTitle(), policy);
        fresh.forEach(task -> links.mail(request, task, policy));
    }

    /** What a change means: somebody else decides now, or the request has ended. */
    void changed(RequestEntity request, String policy, List<Long> told) {
        switch (request.getState()) {
            case PENDING -> requested(request, policy, told);
            case APPROVED -> tell(request, "approval.decided", "platform.approval.notice.approved",
                    List.of(request.getRequester()), false, request.getTitle());
            case REJECTED -> tell(request, "approval.decided", "platform.approval.notice.rejected",
                    List.of(request.getRequester()), false, request.getTitle());
            default -> { }
        }
    }

    /** Reminds those who have not decided. */
    void reminded(RequestEntity request) {
        tell(request, "approval.requested", "platform.approval.notice.reminded", withSubstitutes(open(request)), true,
                name(request.getRequester()), request.getTitle());
    }

    /** The approved action failed. */
    void failed(RequestEntity request, String why) {
        tell(request, "approval.decided", "platform.approval.notice.failed", List.of(request.getRequester()), true,
                request.getTitle(), why);
    }

    /** An approval does not hold any more. */
    void outdated(RequestEntity request) {
        tell(request, "approval.decided", "platform.approval.notice.outdated", List.of(request.getRequester()), false,
                request.getTitle());
    }

    /** Says it on the document too, as the caller, where comments are installed. */
    void comment(RequestEntity request, String text) {
        service(Comments.class).ifPresent(c -> c.add(request.getModel(), request.getRecord(), text, null, null));
    }

    private static List<TaskEntity> open(RequestEntity request) {
        return request.getState() != RequestState.PENDING ? List.of() : request.getTasks().stream()
                .filter(t -> t.getState() == TaskState.OPEN && t.getStep().equals(request.getCurrentStep())).toList();
    }

    private List<Long> withSubstitutes(List<TaskEntity> tasks) {
        List<Long> all = new ArrayList<>();
        for (TaskEntity task : tasks) {
            all.add(task.getUser());
            all.addAll(substitutes.of(task.getUser()));
        }
        return all.stream().distinct().toList();
    }

    private void tell(RequestEntity request, String kind, String key, List<Long> who, boolean urgent, Object... args) {
        if (!who.isEmpty()) {
            service(Notifications.class).ifPresent(n -> n.send(new Notice(kind, who, key, List.of(args), request.getModel(),
                    request.getRecord(), urgent)));
        }
    }

    private String name(long user) {
        return users.find(user).map(Users.User::name).orElse("");
    }

    private <T> Optional<T> service(Class<T> type) {
        ServiceReference<T> reference = context.getServiceReference(type);
        return Optional.ofNullable(reference == null ? null : context.getService(reference));
    }
}
