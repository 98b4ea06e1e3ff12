package io.vedette.operators.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the operator promises, held against jobs drawn by chance. Failures name the seed; {@code
 * -Dvedette.seed=N} runs that job alone.
 */
class ExactnessTest {

    private static final Duration TIMEOUT = Duration.ofMillis(50);

    static LongStream seeds() {
        Long one = Long.getLong("vedette.seed");
        return one == null ? LongStream.range(0, 60) : LongStream.of(one);
    }

    static LongStream fewSeeds() {
        return seeds().limit(6);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyElementComesOutOnceInOrderWithExactStateOnTheHeap(long seed) throws Exception {
        proves(Scenario.of(seed), HashMapStateBackend::new);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewSeeds")
    void theSameHoldsWhereEnginesHang(long seed) throws Exception {
        proves(Scenario.withHangs(seed, TIMEOUT), HashMapStateBackend::new);
    }

    @Test
    void aSnapshotIsReadableSoThatAnElementInItWouldBeSeen() throws Exception {
        Scenario scenario = Scenario.of(1);
        try (Subtask subtask =
                new Subtask(scenario, new JobID(), new HashMapStateBackend(), null, 1, 0)) {
            subtask.send(new Scenario.Step.Element(Item.of("some-key", 0, Fate.GOOD), 0));
            subtask.barrier(1);

            assertThat(SnapshotBytes.keyedState(subtask.snapshot(1))).contains("some-key");
        }
    }

    static void proves(Scenario scenario, Supplier<StateBackend> backend) throws Exception {
        SimulatedJob job = new SimulatedJob(scenario, backend);

        job.run();

        Map<String, List<Counted>> committed = job.committed();
        scenario.items()
                .forEach(
                        item -> {
                            Counted out = committed.get(item.key()).get(item.number());
                            assertThat(out.number()).as("%s", out).isEqualTo(item.number());
                            out.check();
                            checkFate(scenario, item, out);
                        });
        assertThat(committed.values().stream().mapToInt(List::size).sum())
                .isEqualTo((int) scenario.items().count());
        EngineLog engines = scenario.engines().log();
        assertThat(engines.breaches).isEmpty();
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .untilAsserted(() -> assertThat(engines.alive()).isEmpty());
        assertThat(engines.open()).isZero();
    }

    /** Where runs are given up, so may be one that the machine only delayed. */
    private static void checkFate(Scenario scenario, Item item, Counted out) {
        boolean mayBeLate = scenario.settings().timeout().equals(TIMEOUT);
        if (mayBeLate && out.failure().contains("InferenceTimeoutException")) {
            return;
        }
        switch (item.fate()) {
            case BAD -> assertThat(out.failure()).contains("cannot infer " + item.answer());
            case HANGS, HANGS_AND_BREAKS -> throw new AssertionError("Must not return: " + out);
            case GOOD, LONER, FATAL_ONCE, LOST_ONCE ->
                    assertThat(out.failure()).as("failure of %s", item).isEmpty();
        }
    }
}
