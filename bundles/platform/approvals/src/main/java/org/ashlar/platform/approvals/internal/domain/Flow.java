package org.ashlar.platform.approvals.internal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ashlar.platform.approvals.internal.model.StepMode;
import org.ashlar.platform.approvals.internal.model.StepState;
import org.ashlar.platform.approvals.internal.model.TaskOrigin;
import org.ashlar.platform.approvals.internal.model.TaskState;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;

/**
 * The state machine of one approval: steps one after the other, in each the quorum of its approvers. A step approves when
 * as many have approved as its mode asks; it rejects as soon as that cannot be reached any more ({@code ANY}: the first
 * decision counts, either way). Nothing is lost: tasks are only added and closed once. Not thread-safe.
 */
public final class Flow {

    /** How the whole stands. */
    public enum Outcome {
        PENDING, APPROVED, REJECTED
    }

    private final List<FlowStep> steps;
    private final List<FlowTask> tasks;
    private final Function<FlowStep, List<Long>> approvers;

    /**
     * A flow as it stands.
     *
     * @param approvers finds the approvers of a step when its turn comes
     */
    public Flow(List<FlowStep> steps, List<FlowTask> tasks, Function<FlowStep, List<Long>> approvers) {
        this.steps = new ArrayList<>(steps);
        this.tasks = new ArrayList<>(tasks);
        this.approvers = approvers;
    }

    /** Steps in order. */
    public List<FlowStep> steps() {
        return List.copyOf(steps);
    }

    /** Tasks in the order in which they arose; only ever added to. */
    public List<FlowTask> tasks() {
        return List.copyOf(tasks);
    }

    /** The step whose turn it is. */
    public Optional<FlowStep> current() {
        return steps.stream().filter(s -> s.state() == StepState.ACTIVE).findFirst();
    }

    /** Tasks that can be decided now. */
    public List<FlowTask> open() {
        return current().map(step -> of(step).stream().filter(t -> t.state() == TaskState.OPEN).toList()).orElse(List.of());
    }

    /** How the whole stands. */
    public Outcome outcome() {
        if (steps.stream().anyMatch(s -> s.state() == StepState.REJECTED)) {
            return Outcome.REJECTED;
        }
        boolean done = steps.stream().allMatch(s -> s.state() == StepState.APPROVED || s.state() == StepState.SKIPPED);
        return done ? Outcome.APPROVED : Outcome.PENDING;
    }

    /** Begins with the first step. */
    public void start() {
        advance();
    }

    /** An approver agrees. */
    public void approve(long user) {
        FlowStep step = active();
        task(user).close(TaskState.APPROVED);
        settle(step, null);
    }

    /**
     * An approver disagrees.
     *
     * @param backTo code of an earlier step that decides again, {@code null}: back to the requester
     */
    public void reject(long user, String backTo) {
        FlowStep step = active();
        FlowTask task = task(user);
        if (backTo != null) {
            earlier(step, backTo);
        }
        task.close(TaskState.REJECTED);
        settle(step, backTo);
    }

    /** An approver gives his task to somebody else. */
    public void transfer(long user, long other) {
        FlowStep step = active();
        FlowTask task = task(user);
        requireFree(step, other);
        task.close(TaskState.TRANSFERRED);
        add(step, other, TaskOrigin.TRANSFER);
    }

    /** An approver asks another one to decide too; {@code code} names the new step if there is one. */
    public void add(long user, long other, Place place, String code) {
        FlowStep step = active();
        task(user);
        if (place == Place.WITH) {
            requireFree(step, other);
            add(step, other, TaskOrigin.ADDED);
            return;
        }
        if (other == user) {
            throw Problem.rule("user", "platform.approval.already", String.valueOf(other));
        }
        FlowStep added = new FlowStep(code, StepMode.ALL, 0, StepState.WAITING, 1);
        tasks.add(new FlowTask(code, 1, other, TaskState.OPEN, TaskOrigin.ADDED));
        steps.add(steps.indexOf(step) + (place == Place.BEFORE ? 0 : 1), added);
        if (place == Place.BEFORE) {
            step.state(StepState.WAITING);
            added.state(StepState.ACTIVE);
        }
    }

    /**
     * The present step timed out: others decide instead of those who have not.
     *
     * @return whether there was somebody new; otherwise nothing changes
     */
    public boolean escalate(List<Long> others) {
        FlowStep step = active();
        List<Long> fresh = others.stream().distinct().filter(o -> of(step).stream().noneMatch(t -> t.living() && t.user() == o))
                .toList();
        if (fresh.isEmpty()) {
            return false;
        }
        open().forEach(t -> t.close(TaskState.ESCALATED));
        fresh.forEach(o -> add(step, o, TaskOrigin.ESCALATION));
        return true;
    }

    /** Ends without a decision: open tasks are dropped. */
    public void stop() {
        tasks.stream().filter(t -> t.state() == TaskState.OPEN).forEach(t -> t.close(TaskState.DROPPED));
        current().ifPresent(s -> s.state(StepState.WAITING));
    }

    private void settle(FlowStep step, String backTo) {
        List<FlowTask> mine = of(step).stream().filter(FlowTask::living).toList();
        long approved = mine.stream().filter(t -> t.state() == TaskState.APPROVED).count();
        long rejected = mine.stream().filter(t -> t.state() == TaskState.REJECTED).count();
        int quorum = step.quorum(mine.size());
        boolean lost = rejected > 0 && (step.mode() == StepMode.ANY || mine.size() - rejected < quorum);
        if (lost) {
            drop(step);
            if (backTo == null) {
                step.state(StepState.REJECTED);
                tasks.stream().filter(t -> t.state() == TaskState.OPEN).forEach(t -> t.close(TaskState.DROPPED));
            } else {
                repeat(steps.indexOf(earlier(step, backTo)), steps.indexOf(step));
                advance();
            }
        } else if (approved >= quorum) {
            drop(step);
            step.state(StepState.APPROVED);
            advance();
        }
    }

    private void repeat(int from, int to) {
        for (FlowStep step : steps.subList(from, to + 1)) {
            if (step.state() != StepState.SKIPPED) {
                List<Long> added = addedTo(step);
                step.nextRound();
                added.forEach(user -> add(step, user, TaskOrigin.ADDED));
            }
        }
    }

    /** A step that exists only because somebody added an approver has nobody but him, also the next time. */
    private List<Long> addedTo(FlowStep step) {
        List<FlowTask> mine = of(step);
        return !mine.isEmpty() && mine.get(0).origin() == TaskOrigin.ADDED
                ? mine.stream().filter(FlowTask::living).map(FlowTask::user).toList() : List.of();
    }

    private void drop(FlowStep step) {
        of(step).stream().filter(t -> t.state() == TaskState.OPEN).forEach(t -> t.close(TaskState.DROPPED));
    }

    private void advance() {
        steps.stream().filter(s -> s.state() == StepState.WAITING).findFirst().ifPresent(next -> {
            next.state(StepState.ACTIVE);
            if (of(next).isEmpty()) {
                approvers.apply(next).forEach(user -> add(next, user, TaskOrigin.POLICY));
            }
        });
    }

    private void add(FlowStep step, long user, TaskOrigin origin) {
        tasks.add(new FlowTask(step.code(), step.round(), user, TaskState.OPEN, origin));
    }

    private List<FlowTask> of(FlowStep step) {
        return tasks.stream().filter(t -> t.round() == step.round() && t.step().equals(step.code())).toList();
    }

    private FlowStep active() {
        return current().orElseThrow(() -> Problem.of(ProblemKind.CONFLICT, "platform.approval.closed"));
    }

    private FlowTask task(long user) {
        return open().stream().filter(t -> t.user() == user).findFirst()
                .orElseThrow(() -> Problem.of(ProblemKind.DENIED, "platform.approval.notYours"));
    }

    private FlowStep earlier(FlowStep step, String code) {
        return steps.subList(0, steps.indexOf(step)).stream()
                .filter(s -> s.code().equals(code) && s.state() == StepState.APPROVED).findFirst()
                .orElseThrow(() -> Problem.rule("step", "platform.approval.noSuchStep", code));
    }

    private void requireFree(FlowStep step, long user) {
        if (of(step).stream().anyMatch(t -> t.living() && t.user() == user)) {
            throw Problem.rule("user", "platform.approval.already", String.valueOf(user));
        }
    }
}
