package org.ashlar.platform.approvals.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ashlar.platform.approvals.internal.model.StepMode;
import org.ashlar.platform.approvals.internal.model.StepState;
import org.ashlar.platform.approvals.internal.model.TaskState;
import org.ashlar.platform.problem.Problem;
import org.junit.jupiter.api.Test;

class FlowTest {

    private static final long ANNA = 1;
    private static final long BEN = 2;
    private static final long CORA = 3;
    private static final long DAN = 4;

    @Test
    void stepsComeOneAfterTheOtherAndBothOfTwoMustAgree() {
        Flow flow = flow(Map.of("head", List.of(ANNA), "finance", List.of(BEN, CORA)), step("head", StepMode.ANY, 0),
                step("finance", StepMode.ALL, 0));
        flow.start();
        assertThatThrownBy(() -> flow.approve(BEN)).isInstanceOf(Problem.class);
        flow.approve(ANNA);
        flow.approve(BEN);
        assertThat(flow.outcome()).isEqualTo(Flow.Outcome.PENDING);
        flow.approve(CORA);
        assertThat(flow.outcome()).isEqualTo(Flow.Outcome.APPROVED);
    }

    @Test
    void anyOneOfThemIsEnoughAndTheOthersNeedNotDecide() {
        Flow flow = flow(Map.of("one", List.of(ANNA, BEN)), step("one", StepMode.ANY, 0));
        flow.start();
        flow.approve(BEN);
        assertThat(flow.outcome()).isEqualTo(Flow.Outcome.APPROVED);
        assertThat(flow.tasks()).extracting(FlowTask::state).containsExactly(TaskState.DROPPED, TaskState.APPROVED);
    }

    @Test
    void twoOfThreeRejectOnlyWhenTwoCannotBeReachedAnyMore() {
        Flow flow = flow(Map.of("one", List.of(ANNA, BEN, CORA)), step("one", StepMode.COUNT, 2));
        flow.start();
        flow.reject(ANNA, null);
        assertThat(flow.outcome()).isEqualTo(Flow.Outcome.PENDING);
        flow.approve(BEN);
        flow.reject(CORA, null);
        assertThat(flow.outcome()).isEqualTo(Flow.Outcome.REJECTED);
    }

    @Test
    void aRejectionSendsBackToAStepAndEverybodyFromThereOnDecidesAgain() {
        Flow flow = flow(Map.of("head", List.of(ANNA), "finance", List.of(BEN, CORA)), step("head", StepMode.ANY, 0),
                step("finance", StepMode.ALL, 0));
        flow.start();
        flow.approve(ANNA);
        flow.approve(BEN);
        flow.reject(CORA, "head");
        assertThat(flow.current().orElseThrow().code()).isEqualTo("head");
        flow.approve(ANNA);
        flow.approve(CORA);
        assertThat(flow.outcome()).isEqualTo(Flow.Outcome.PENDING);
        flow.approve(BEN);
        assertThat(flow.outcome()).isEqualTo(Flow.Outcome.APPROVED);
        assertThat(flow.tasks()).hasSize(6);
    }

    @Test
    void anAddedApproverDecidesBeforeAfterOrBesideTheOthers() {
        Flow before = flow(Map.of("one", List.of(ANNA)), step("one", StepMode.ANY, 0));
        before.start();
        before.add(ANNA, DAN, Place.BEFORE, "added");
        assertThatThrownBy(() -> before.approve(ANNA)).isInstanceOf(Problem.class);
        before.approve(DAN);
        before.approve(ANNA);
        assertThat(before.outcome()).isEqualTo(Flow.Outcome.APPROVED);

        Flow after = flow(Map.of("one", List.of(ANNA)), step("one", StepMode.ANY, 0));
        after.start();
        after.add(ANNA, DAN, Place.AFTER, "added");
        after.approve(ANNA);
        assertThat(after.outcome()).isEqualTo(Flow.Outcome.PENDING);
        after.approve(DAN);
        assertThat(after.outcome()).isEqualTo(Flow.Outcome.APPROVED);

        Flow with = flow(Map.of("one", List.of(ANNA, BEN)), step("one", StepMode.ALL, 0));
        with.start();
        with.add(ANNA, DAN, Place.WITH, null);
        with.approve(ANNA);
        with.approve(BEN);
        assertThat(with.outcome()).isEqualTo(Flow.Outcome.PENDING);
        with.approve(DAN);
        assertThat(with.outcome()).isEqualTo(Flow.Outcome.APPROVED);
    }

    @Test
    void aTimeOutPassesWhatIsOpenOnAndNeverApprovesByItself() {
        Flow flow = flow(Map.of("one", List.of(ANNA, BEN)), step("one", StepMode.ALL, 0));
        flow.start();
        flow.approve(ANNA);
        assertThat(flow.escalate(List.of(ANNA))).isFalse();
        assertThat(flow.outcome()).isEqualTo(Flow.Outcome.PENDING);
        assertThat(flow.escalate(List.of(DAN))).isTrue();
        assertThatThrownBy(() -> flow.approve(BEN)).isInstanceOf(Problem.class);
        flow.approve(DAN);
        assertThat(flow.outcome()).isEqualTo(Flow.Outcome.APPROVED);
    }

    @Test
    void aTransferredTaskIsSomebodyElses() {
        Flow flow = flow(Map.of("one", List.of(ANNA, BEN)), step("one", StepMode.ALL, 0));
        flow.start();
        assertThatThrownBy(() -> flow.transfer(ANNA, BEN)).isInstanceOf(Problem.class);
        flow.transfer(ANNA, DAN);
        flow.approve(BEN);
        flow.approve(DAN);
        assertThat(flow.outcome()).isEqualTo(Flow.Outcome.APPROVED);
    }

    /** Whatever people do in whatever order: no approval without quorum, no decision changed or lost. */
    @Property(tries = 2000)
    void neverApprovedWithoutQuorumAndNoDecisionLost(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int steps,
            @ForAll @IntRange(min = 1, max = 60) int moves) {
        Random random = new Random(seed);
        Map<String, List<Long>> approvers = new java.util.HashMap<>();
        FlowStep[] all = new FlowStep[steps];
        for (int i = 0; i < steps; i++) {
            List<Long> people = new ArrayList<>();
            for (long user = 1; user <= 1 + random.nextInt(4); user++) {
                people.add(user * 10 + i);
            }
            approvers.put("s" + i, people);
            all[i] = step("s" + i, StepMode.values()[random.nextInt(3)], 1 + random.nextInt(people.size()));
        }
        Flow flow = flow(approvers, all);
        flow.start();
        List<String> decided = new ArrayList<>();
        for (int move = 0; move < moves && flow.outcome() == Flow.Outcome.PENDING; move++) {
            List<TaskState> before = flow.tasks().stream().map(FlowTask::state).toList();
            move(flow, random, decided);
            for (int i = 0; i < before.size(); i++) {
                if (before.get(i) != TaskState.OPEN) {
                    assertThat(flow.tasks().get(i).state()).isEqualTo(before.get(i));
                }
            }
            assertThat(flow.steps().stream().filter(s -> s.state() == StepState.ACTIVE).count())
                    .isEqualTo(flow.outcome() == Flow.Outcome.PENDING ? 1 : 0);
            if (flow.outcome() == Flow.Outcome.PENDING) {
                assertThat(flow.open()).isNotEmpty();
            }
        }
        long recorded = flow.tasks().stream()
                .filter(t -> t.state() == TaskState.APPROVED || t.state() == TaskState.REJECTED).count();
        assertThat(recorded).isEqualTo(decided.size());
        if (flow.outcome() == Flow.Outcome.APPROVED) {
            flow.steps().forEach(step -> assertQuorum(flow, step));
        }
    }

    private static void move(Flow flow, Random random, List<String> decided) {
        List<FlowTask> open = flow.open();
        long user = open.get(random.nextInt(open.size())).user();
        try {
            switch (random.nextInt(8)) {
                case 0 -> flow.transfer(user, 100 + random.nextInt(20));
                case 1 -> flow.add(user, 100 + random.nextInt(20), Place.values()[random.nextInt(3)], "a" + flow.steps().size());
                case 2 -> flow.escalate(List.of(200L + random.nextInt(3), user));
                case 3 -> {
                    flow.reject(user, random.nextBoolean() ? null : "s0");
                    decided.add("reject");
                }
                default -> {
                    flow.approve(user);
                    decided.add("approve");
                }
            }
        } catch (Problem refused) {
            assertThat(refused.code()).startsWith("platform.approval.");
        }
    }

    private static void assertQuorum(Flow flow, FlowStep step) {
        List<FlowTask> mine = flow.tasks().stream().filter(t -> t.step().equals(step.code()) && t.round() == step.round()).toList();
        long approved = mine.stream().filter(t -> t.state() == TaskState.APPROVED).count();
        long rejected = mine.stream().filter(t -> t.state() == TaskState.REJECTED).count();
        assertThat(approved).isPositive();
        if (step.mode() == StepMode.ALL) {
            assertThat(rejected).isZero();
        }
        assertThat(mine.stream().filter(t -> t.state() == TaskState.APPROVED).map(FlowTask::user).distinct().count())
                .isEqualTo(approved);
    }

    private static FlowStep step(String code, StepMode mode, int needed) {
        return new FlowStep(code, mode, needed, StepState.WAITING, 1);
    }

    private static Flow flow(Map<String, List<Long>> approvers, FlowStep... steps) {
        return new Flow(List.of(steps), List.of(), step -> approvers.get(step.code()));
    }
}
