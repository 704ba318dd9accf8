package org.ashlar.platform.approvals.internal.service;

import java.util.Map;
import java.util.Optional;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.approvals.internal.domain.Policy;
import org.ashlar.platform.approvals.internal.model.RequestEntity;
import org.ashlar.platform.approvals.internal.model.RequestState;
import org.ashlar.platform.record.ActionGuard;
import org.ashlar.platform.record.Deferred;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Calling a guarded action asks for its approval: the request is made and stands for the action until the last step has
 * approved. What the suite does by itself (no user) is not guarded. Thread-safe.
 */
@Component
public final class ApprovalGuard implements ActionGuard {

    private final Access access;
    private final PolicyIndex policies;
    private final Documents documents;
    private final Requests requests;
    private final Standing standing;

    /** By injection. */
    @Activate
    public ApprovalGuard(@Reference Access access, @Reference PolicyIndex policies, @Reference Documents documents,
            @Reference Requests requests, @Reference Standing standing) {
        this.access = access;
        this.policies = policies;
        this.documents = documents;
        this.requests = requests;
        this.standing = standing;
    }

    @Override
    public Deferred before(String model, long id, String action, Map<String, Object> body) {
        if (access.caller().userId() == 0) {
            return null;
        }
        Optional<Policy> policy = policies.of(access.caller().companyId(), model).stream()
                .filter(p -> action.equals(p.action()) && documents.matches(model, id, p.condition())).findFirst();
        return policy.map(p -> decide(p, id, body)).orElse(null);
    }

    private Deferred decide(Policy policy, long id, Map<String, Object> body) {
        RequestEntity latest = requests.latest(policy, id);
        if (latest != null && latest.getState() == RequestState.PENDING) {
            return deferred(latest);
        }
        if (standing.use(policy, latest) || requests.stepsFor(policy, id).isEmpty()) {
            return null;
        }
        return deferred(requests.submit(policy,
                new Requests.Wish(policy.model(), id, policy.action(), ValuesJson.write(body), null)));
    }

    static Deferred deferred(RequestEntity request) {
        return new Deferred("approval", "platform.approvalRequest", request.getId(), request.getState().name(),
                "/platform/approvals/" + request.getId());
    }
}
