package io.vedette.operators.inference;

import io.vedette.operators.inference.Scenario.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.util.ExceptionUtils;
import org.apache.flink.util.function.ThrowingRunnable;
import org.jspecify.annotations.Nullable;

/**
 * A job of 1, 3 or 2 subtasks that lives through a {@link Scenario}: between the elements come
 * checkpoints, crashes, rescaling and fatal failures of its engines. After each of these it goes on
 * from its last checkpoint, and its input is read again from there. What came out since that
 * checkpoint does not count, as with a transactional sink.
 */
final class SimulatedJob {

    private static final int[] PARALLELISMS = {1, 3, 2};
    private static final int MAX_CRASHES = 12;

    private final JobID job = new JobID();
    private final Scenario scenario;
    private final Supplier<StateBackend> backend;
    private final Random random;
    private final List<Counted> committed = new ArrayList<>();

    private Checkpoint last = new Checkpoint(0, 1, List.of());
    private List<Subtask> subtasks = new ArrayList<>();
    private int position;
    private long checkpoints;
    private int crashes;
    private int rescales;

    private record Checkpoint(int position, int parallelism, List<OperatorSubtaskState> states) {}

    SimulatedJob(Scenario scenario, Supplier<StateBackend> backend) {
        this.scenario = scenario;
        this.backend = backend;
        this.random = new Random(scenario.seed());
    }

    /** Lives through the scenario, checking all along. */
    void run() throws Exception {
        start();
        try {
            while (!survived(this::toTheEnd)) {
                restart();
            }
        } finally {
            scenario.engines().log().letGo();
            stop();
        }
    }

    /** Everything that came out and counts, in order for each key. */
    Map<String, List<Counted>> committed() {
        Map<String, List<Counted>> byKey = new HashMap<>();
        committed.forEach(
                out -> byKey.computeIfAbsent(out.key(), key -> new ArrayList<>()).add(out));
        return byKey;
    }

    private void toTheEnd() throws Exception {
        while (position < scenario.input().size()) {
            int chance = random.nextInt(100);
            if (chance < 3) {
                checkpoint();
            } else if (chance < 5 && crashes++ < MAX_CRASHES) {
                restart();
            } else if (chance < 7) {
                rescale();
            } else if (chance < 15) {
                for (Subtask subtask : subtasks) {
                    subtask.runMails();
                }
            } else if (chance < 18) {
                subtasks.get(0).advanceTime(1);
            } else {
                deliver(scenario.input().get(position++));
            }
        }
        for (Subtask subtask : subtasks) {
            subtask.endInput();
            subtask.checkDrained();
        }
        checkpoint();
    }

    private void deliver(Step step) throws Exception {
        if (step instanceof Step.Element element) {
            subtasks.get(owner(element.item().key())).send(step);
        } else {
            for (Subtask subtask : subtasks) {
                subtask.send(step);
            }
        }
    }

    private int owner(String key) {
        return KeyGroupRangeAssignment.assignKeyToParallelOperator(
                key, Subtask.MAX_PARALLELISM, subtasks.size());
    }

    /** What was left since the last checkpoint counts from now on. */
    private void checkpoint() throws Exception {
        checkpoints++;
        List<OperatorSubtaskState> states = new ArrayList<>();
        List<Counted> left = new ArrayList<>();
        for (Subtask subtask : subtasks) {
            subtask.barrier(checkpoints);
            left.addAll(subtask.drained());
            states.add(subtask.snapshot(checkpoints));
        }
        states.forEach(SnapshotBytes::checkHoldsNoElement);
        committed.addAll(left);
        last = new Checkpoint(position, subtasks.size(), states);
    }

    private void restart() throws Exception {
        stop();
        start();
    }

    private void rescale() throws Exception {
        rescales++;
        if (random.nextBoolean()) { // else all since the last checkpoint is lost as well
            checkpoint();
        }
        restart();
    }

    private void start() throws Exception {
        position = last.position();
        int parallelism = PARALLELISMS[rescales % PARALLELISMS.length];
        for (int index = 0; index < parallelism; index++) {
            subtasks.add(
                    new Subtask(
                            scenario,
                            job,
                            backend.get(),
                            state(parallelism, index),
                            parallelism,
                            index));
        }
    }

    private @Nullable OperatorSubtaskState state(int parallelism, int index) throws Exception {
        if (last.states().isEmpty()) {
            return null;
        }
        OperatorSubtaskState all =
                AbstractStreamOperatorTestHarness.repackageState(
                        last.states().toArray(OperatorSubtaskState[]::new));
        return AbstractStreamOperatorTestHarness.repartitionOperatorState(
                all, Subtask.MAX_PARALLELISM, last.parallelism(), parallelism, index);
    }

    private void stop() throws Exception {
        for (Subtask subtask : subtasks) {
            subtask.checkOrder();
            subtask.close();
        }
        subtasks = new ArrayList<>();
    }

    /** Whether no engine failed fatally meanwhile. */
    private static boolean survived(ThrowingRunnable<Exception> life) throws Exception {
        try {
            life.run();
            return true;
        } catch (Exception e) {
            if (ExceptionUtils.findThrowable(e, InferenceException.class).isEmpty()) {
                throw e;
            }
            return false;
        }
    }
}
