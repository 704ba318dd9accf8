package org.ashlar.platform.approvals.internal.service;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Callers;
import org.ashlar.platform.access.Channel;
import org.ashlar.platform.access.Members;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.approvals.internal.domain.Policy;
import org.ashlar.platform.approvals.internal.model.ApproverKind;
import org.ashlar.platform.approvals.internal.model.StepMode;
import org.ashlar.platform.problem.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds the people who decide a step. Each must be able to read the record. Thread-safe. */
@Component(service = Approvers.class)
public final class Approvers {

    private final Access access;
    private final Users users;
    private final Members members;
    private final Callers callers;
    private final Documents documents;

    /** By injection. */
    @Activate
    public Approvers(@Reference Access access, @Reference Users users, @Reference Members members, @Reference Callers callers,
            @Reference Documents documents) {
        this.access = access;
        this.users = users;
        this.members = members;
        this.callers = callers;
        this.documents = documents;
    }

    /**
     * Approvers of a step.
     *
     * @throws Problem RULE if there is nobody or too few, or somebody may not read the record
     */
    public List<Long> of(Policy policy, Policy.Step step, long requester, long record) {
        Set<Long> found = new LinkedHashSet<>(find(step.kind(), step.approver(), requester, policy.model(), record));
        if (!policy.selfApproval()) {
            found.remove(requester);
        }
        if (found.isEmpty()) {
            throw Problem.rule("steps", "platform.approval.nobody", step.title());
        }
        if (step.mode() == StepMode.COUNT && found.size() < step.needed()) {
            throw Problem.rule("steps", "platform.approval.tooFew", step.title(), step.needed(), found.size());
        }
        found.forEach(user -> requireReader(user, policy.model(), record));
        return List.copyOf(found);
    }

    /** Who takes over after a time-out; without the requester, and without those who may not read the record. */
    public List<Long> escalation(ApproverKind kind, String value, long requester, String model, long record) {
        return find(kind, value, requester, model, record).stream().filter(user -> user != requester && reads(user, model, record))
                .toList();
    }

    /** Refuses a user who may not decide because he cannot see what he decides. */
    public void requireReader(long user, String model, long record) {
        if (!reads(user, model, record)) {
            throw Problem.rule("user", "platform.approval.cannotRead", name(user));
        }
    }

    /** Whether a user may see what he would decide. */
    boolean reads(long user, String model, long record) {
        return callers.of(user, access.caller().companyId(), Channel.SYSTEM).filter(c -> documents.readable(c, model, record))
                .isPresent();
    }

    /** A user's name, for messages. */
    public String name(long user) {
        return users.find(user).map(Users.User::name).orElse(String.valueOf(user));
    }

    private List<Long> find(ApproverKind kind, String value, long requester, String model, long record) {
        return switch (kind) {
            case USER -> users.find(value).filter(Users.User::active).map(u -> List.of(u.id())).orElse(List.of());
            case ROLE -> members.withRole(value, access.caller().companyId());
            case GROUP -> members.inGroup(value);
            case MANAGER -> manager(requester, value).map(List::of).orElse(List.of());
            case FIELD -> field(value, model, record);
        };
    }

    private Optional<Long> manager(long requester, String levels) {
        Optional<Long> manager = Optional.of(requester);
        for (int i = 0; i < levels(levels) && manager.isPresent(); i++) {
            manager = members.managerOf(manager.get());
        }
        return manager;
    }

    /** Levels up, 1 if nothing is said. */
    static int levels(String text) {
        return text == null || text.isBlank() ? 1 : Integer.parseInt(text.strip());
    }

    private List<Long> field(String path, String model, long record) {
        Object value = documents.values(model, record, List.of(path)).get(path);
        List<Long> found = new ArrayList<>();
        if (value instanceof Map<?, ?> reference && reference.get("id") instanceof Number id) {
            found.add(id.longValue());
        } else if (value instanceof Number id) {
            found.add(id.longValue());
        } else if (value != null) {
            users.find(value.toString()).map(Users.User::id).ifPresent(found::add);
        }
        return found.stream().filter(u -> users.find(u).filter(Users.User::active).isPresent()).toList();
    }
}
