package org.ashlar.platform.approvals.internal.service;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ashlar.platform.approvals.internal.domain.Flow;
import org.ashlar.platform.approvals.internal.domain.FlowStep;
import org.ashlar.platform.approvals.internal.domain.FlowTask;
import org.ashlar.platform.approvals.internal.model.RequestEntity;
import org.ashlar.platform.approvals.internal.model.StepEntity;
import org.ashlar.platform.approvals.internal.model.StepState;
import org.ashlar.platform.approvals.internal.model.TaskEntity;
import org.ashlar.platform.approvals.internal.model.TaskState;

/** Between a request's rows and the state machine. */
final class FlowMapper {

    private FlowMapper() {
    }

    static Flow read(RequestEntity request, Function<FlowStep, List<Long>> approvers) {
        List<FlowStep> steps = request.getSteps().stream().map(s -> new FlowStep(s.getCode(), s.getMode(),
                s.getNeeded() == null ? 0 : s.getNeeded(), s.getState(), s.getRound())).toList();
        List<FlowTask> tasks = request.getTasks().stream()
                .map(t -> new FlowTask(t.getStep(), t.getRound(), t.getUser(), t.getState(), t.getOrigin())).toList();
        return new Flow(steps, tasks, approvers);
    }

    /** Puts the machine's state into the rows; {@code decider} decided what was decided now. */
    static void write(Flow flow, RequestEntity request, Instant now, Long decider, String addedTitle) {
        steps(flow, request, now, addedTitle);
        List<FlowTask> tasks = flow.tasks();
        for (int i = 0; i < tasks.size(); i++) {
            FlowTask task = tasks.get(i);
            if (i >= request.getTasks().size()) {
                request.getTasks().add(row(request, task, i + 1));
            }
            TaskEntity row = request.getTasks().get(i);
            if (row.getState() != task.state()) {
                row.setState(task.state());
                row.setDecidedAt(now);
                row.setLink(null);
                boolean decided = task.state() == TaskState.APPROVED || task.state() == TaskState.REJECTED
                        || task.state() == TaskState.TRANSFERRED;
                row.setDecidedBy(decided ? decider : null);
            }
        }
        request.setCurrentStep(flow.current().map(FlowStep::code).orElse(null));
    }

    private static void steps(Flow flow, RequestEntity request, Instant now, String addedTitle) {
        Map<String, StepEntity> known = new HashMap<>();
        request.getSteps().forEach(s -> known.put(s.getCode(), s));
        int position = 0;
        for (FlowStep step : flow.steps()) {
            position++;
            StepEntity row = known.get(step.code());
            if (row == null) {
                row = new StepEntity();
                row.setRequest(request);
                row.setCode(step.code());
                row.setTitle(addedTitle);
                row.setMode(step.mode());
                row.setState(StepState.WAITING);
                request.getSteps().add(position - 1, row);
            }
            row.setPosition(position);
            row.setRound(step.round());
            if (row.getState() != step.state()) {
                row.setState(step.state());
                boolean timed = step.state() == StepState.ACTIVE && row.getTimeoutHours() != null;
                row.setDueAt(timed ? now.plus(row.getTimeoutHours(), ChronoUnit.HOURS) : null);
            }
        }
    }

    private static TaskEntity row(RequestEntity request, FlowTask task, int position) {
        TaskEntity row = new TaskEntity();
        row.setRequest(request);
        row.setPosition(position);
        row.setStep(task.step());
        row.setRound(task.round());
        row.setUser(task.user());
        row.setState(task.state());
        row.setOrigin(task.origin());
        return row;
    }
}
