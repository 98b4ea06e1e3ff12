package io.vedette.operators.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What several subtasks at once and engines that misbehave do to a pool. */
@Timeout(60)
class EnginePoolTest {

    private static final Duration SHORT = Duration.ofMillis(50);
    private static final BreakerSettings NEVER_OUT =
            new BreakerSettings(Integer.MAX_VALUE, SHORT, SHORT);

    private final FatefulEngines engines;
    private EnginePool<Item, String> pool;

    EnginePoolTest(TestInfo test) {
        engines = new FatefulEngines(test.getTestMethod() + test.getDisplayName(), 8, 50);
    }

    @AfterEach
    void everythingEnds() throws Exception {
        engines.log().letGo();
        pool.close();
        soon().untilAsserted(() -> assertThat(engines.log().alive()).isEmpty());
        assertThat(engines.log().open()).isZero();
        assertThat(engines.log().breaches).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void answersEveryElementOfEverySubtaskOnce(long seed) throws Exception {
        open(settings(3).withTimeout(SHORT));
        List<Subtask> subtasks = List.of(new Subtask(), new Subtask(), new Subtask());
        List<Thread> threads = new ArrayList<>();

        for (Subtask subtask : subtasks) {
            Random random = new Random(seed + threads.size());
            threads.add(new Thread(() -> submitAtRandom(subtask, random)));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        for (Subtask subtask : subtasks) {
            soon().until(() -> subtask.answers.size() == subtask.submitted.size());
            assertThat(subtask.answers.keySet()).containsAll(subtask.submitted);
            assertThat(subtask.doubled).isEmpty();
        }
        assertThat(pool.queue().engines()).isBetween(0, 3);
    }

    @Test
    void whatHangsCostsNoOtherItsAnswerThoughThereIsNoOtherEngine() throws Exception {
        open(settings(1).withTimeout(Duration.ofMillis(300)));
        Subtask subtask = new Subtask();

        subtask.submit(Item.of("a", 0, Fate.HANGS), Item.of("b", 0, Fate.GOOD));
        subtask.submit(Item.of("c", 0, Fate.GOOD));

        soon().until(() -> subtask.answers.size() == 3);
        assertThat(subtask.failure("a")).isInstanceOf(InferenceTimeoutException.class);
        assertThat(subtask.result("b")).isEqualTo("b/0");
        assertThat(subtask.result("c")).isEqualTo("c/0");
        assertThat(pool.hung()).isPositive();
    }

    @Test
    void whenTooManyEnginesHangElementsFailAndTheModelComesBackWithTheThreads() throws Exception {
        open(settings(1).withTimeout(SHORT));
        Subtask subtask = new Subtask();

        for (int i = 0; i < 12; i++) {
            subtask.submit(Item.of("key-" + i, 0, Fate.HANGS));
        }
        soon().until(() -> subtask.answers.size() == 12);
        assertThat(subtask.answers.values()).allMatch(Outcome.Failure.class::isInstance);
        int madeBefore = engines.log().made();
        engines.log().letGo();
        soon().until(() -> pool.hung() == 0 && pool.queue().engines() == 1);
        subtask.submit(Item.of("good", 0, Fate.GOOD));

        soon().until(() -> subtask.answers.size() == 13);
        assertThat(subtask.result("good")).isEqualTo("good/0");
        assertThat(madeBefore).isLessThan(12);
    }

    @Test
    void whatAnEngineThrowsAfterItsRunWasGivenUpIsNoLongerHeard() throws Exception {
        open(settings(1).withTimeout(SHORT));
        Subtask subtask = new Subtask();
        subtask.submit(Item.of("a", 0, Fate.HANGS_AND_BREAKS));
        soon().until(() -> subtask.answers.size() == 1);

        engines.log().letGo();
        soon().until(() -> pool.hung() == 0);
        subtask.submit(Item.of("b", 0, Fate.GOOD));

        soon().until(() -> subtask.answers.size() == 2);
        assertThat(subtask.fatal).isEmpty();
        assertThat(subtask.result("b")).isEqualTo("b/0");
    }

    @Test
    void aSubtaskThatComesAfterAFatalErrorIsToldOfIt() throws Exception {
        open(settings(1));
        Subtask first = new Subtask();
        first.submit(Item.of("a", 0, Fate.FATAL_ONCE));
        soon().until(() -> !first.fatal.isEmpty());

        Subtask late = new Subtask();

        assertThat(late.fatal).hasSize(1).isEqualTo(first.fatal);
    }

    @Test
    void aSubtaskThatLeavesTakesItsElementsWithIt() throws Exception {
        open(settings(1).withTimeout(Duration.ofMinutes(1)));
        Subtask stays = new Subtask();
        Subtask leaves = new Subtask();
        stays.submit(Item.of("a", 0, Fate.HANGS));
        soon().until(() -> engines.log().hangs() == 1);
        leaves.submit(Item.of("b", 0, Fate.GOOD));
        stays.submit(Item.of("c", 0, Fate.GOOD));

        pool.detach(leaves);
        engines.log().letGo();

        soon().until(() -> stays.answers.size() == 2);
        assertThat(leaves.answers).isEmpty();
        assertThat(engines.log().batchSizes).containsExactly(1, 1);
    }

    private void submitAtRandom(Subtask subtask, Random random) {
        for (int i = 0; i < 150; i++) {
            Fate fate =
                    switch (random.nextInt(100)) {
                        case 0 -> i == 75 ? Fate.HANGS : Fate.BAD;
                        case 1, 2, 3 -> Fate.BAD;
                        case 4, 5, 6, 7 -> Fate.LONER;
                        default -> Fate.GOOD;
                    };
            subtask.submit(Item.of("key-" + random.nextInt(7), i, fate));
            if (random.nextInt(10) == 0) {
                soon().until(() -> subtask.submitted.size() - subtask.answers.size() < 20);
            }
        }
        subtask.submit(Item.of("last", 0, Fate.HANGS));
    }

    private static InferenceSettings settings(int engines) {
        return InferenceSettings.of(BatchSettings.of(8, Duration.ofMillis(1)))
                .withEngines(engines)
                .withBreaker(NEVER_OUT);
    }

    private void open(InferenceSettings settings) throws Exception {
        pool = EnginePool.open(engines, List.of(), settings, () -> {});
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1));
    }

    /** Remembers what it is told. */
    private final class Subtask implements Lane<Item, String> {

        final List<Pending<Item, String>> submitted = new CopyOnWriteArrayList<>();
        final Map<Pending<Item, String>, Outcome<String>> answers = new ConcurrentHashMap<>();
        final List<Pending<Item, String>> doubled = new CopyOnWriteArrayList<>();
        final List<Throwable> fatal = new CopyOnWriteArrayList<>();

        Subtask() {
            pool.attach(this);
        }

        void submit(Item... items) {
            for (Item item : items) {
                Pending<Item, String> pending =
                        new Pending<>(this, item.key(), item, null, new WatermarkGate().enter());
                submitted.add(pending);
                pool.submit(pending, item.priority(), item.weight());
            }
        }

        @Override
        public void done(List<Answer<Item, String>> all) {
            for (Answer<Item, String> answer : all) {
                if (answers.put(answer.pending(), answer.outcome()) != null) {
                    doubled.add(answer.pending());
                }
            }
        }

        @Override
        public void fatal(Throwable cause) {
            fatal.add(cause);
        }

        String result(String key) {
            return ((Outcome.Success<String>) outcome(key)).result();
        }

        Exception failure(String key) {
            return ((Outcome.Failure<String>) outcome(key)).cause();
        }

        private Outcome<String> outcome(String key) {
            return answers.entrySet().stream()
                    .filter(answer -> answer.getKey().key.equals(key))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
