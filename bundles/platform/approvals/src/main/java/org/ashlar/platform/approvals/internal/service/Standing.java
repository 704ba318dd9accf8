package org.ashlar.platform.approvals.internal.service;

import org.ashlar.platform.approvals.internal.domain.Policy;
import org.ashlar.platform.approvals.internal.domain.Worse;
import org.ashlar.platform.approvals.internal.model.EntryKind;
import org.ashlar.platform.approvals.internal.model.RequestEntity;
import org.ashlar.platform.approvals.internal.model.RequestState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whether an earlier approval still stands. One that was not used yet does, unless the record changed for the worse. One
 * that was used stands only where the policy names what "worse" means; otherwise every use needs its own. Thread-safe.
 */
@Component(service = Standing.class)
public final class Standing {

    private final Documents documents;
    private final Requests requests;
    private final Passes passes;
    private final Announcements announcements;

    /** By injection. */
    @Activate
    public Standing(@Reference Documents documents, @Reference Requests requests, @Reference Passes passes,
            @Reference Announcements announcements) {
        this.documents = documents;
        this.requests = requests;
        this.passes = passes;
        this.announcements = announcements;
    }

    /** Uses an approval for the running transaction if it stands; {@code latest} may be {@code null}. */
    boolean use(Policy policy, RequestEntity latest) {
        if (latest == null || !granted(policy, latest.getState())) {
            return false;
        }
        if (outdate(policy, latest)) {
            return false;
        }
        passes.grant(policy.id(), latest.getRecord());
        if (latest.getState() == RequestState.APPROVED) {
            requests.close(latest, RequestState.DONE, EntryKind.DONE, null);
        }
        return true;
    }

    /** Marks an approval as out of date if the record is worse than what was approved. */
    boolean outdate(Policy policy, RequestEntity request) {
        boolean worse = !policy.watched().isEmpty() && Worse.than(Requests.approvedValues(request),
                documents.texts(policy.model(), request.getRecord(), policy.watched()), policy.increase(), policy.change());
        if (worse) {
            requests.close(request, RequestState.OUTDATED, EntryKind.OUTDATED, null);
            announcements.outdated(request);
        }
        return worse;
    }

    private static boolean granted(Policy policy, RequestState state) {
        return state == RequestState.APPROVED || state == RequestState.DONE && !policy.watched().isEmpty();
    }
}
