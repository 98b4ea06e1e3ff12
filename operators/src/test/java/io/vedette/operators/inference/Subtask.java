package io.vedette.operators.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.operators.inference.Scenario.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.mailbox.Mail;
import org.apache.flink.streaming.runtime.tasks.mailbox.TaskMailbox;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** One life of one subtask of the operator, with all that came in and went out. */
final class Subtask implements AutoCloseable {

    static final int MAX_PARALLELISM = 16;

    private final MockEnvironment environment;
    private final OneInputStreamOperatorTestHarness<Item, Counted> flink;
    private final List<Step> sent = new ArrayList<>();
    private final int capacity;
    private int handedOver;

    Subtask(
            Scenario scenario,
            JobID job,
            StateBackend backend,
            @Nullable OperatorSubtaskState state,
            int parallelism,
            int index)
            throws Exception {
        capacity = scenario.settings().capacity();
        environment =
                new MockEnvironmentBuilder()
                        .setJobID(job)
                        .setManagedMemorySize(32 << 20)
                        .setMaxParallelism(MAX_PARALLELISM)
                        .setParallelism(parallelism)
                        .setSubtaskIndex(index)
                        .build();
        flink =
                new OneInputStreamOperatorTestHarness<>(
                        new BatchInferenceOperatorFactory<>(
                                scenario.engines(), new CountItemsFunction(), scenario.settings()),
                        environment);
        flink.getStreamConfig().setStatePartitioner(0, (KeySelector<Item, String>) Item::key);
        flink.getStreamConfig().setStateKeySerializer(StringSerializer.INSTANCE);
        flink.getStreamConfig().serializeAllConfigs();
        flink.setStateBackend(backend);
        flink.setup(
                TypeInformation.of(Counted.class)
                        .createSerializer(flink.getExecutionConfig().getSerializerConfig()));
        if (state != null) {
            flink.initializeState(state);
        }
        flink.open();
    }

    void send(Step step) throws Exception {
        sent.add(step);
        if (step instanceof Step.Element element) {
            flink.processElement(element.item(), element.timestamp());
            assertThat(inFlight()).as("elements in flight").isLessThanOrEqualTo(capacity);
        } else if (step instanceof Step.Mark mark) {
            flink.processWatermark(mark.timestamp());
        } else if (step instanceof Step.Idleness idleness) {
            flink.processWatermarkStatus(
                    idleness.idle() ? WatermarkStatus.IDLE : WatermarkStatus.ACTIVE);
        }
    }

    void runMails() throws Exception {
        TaskMailbox mailbox = flink.getTaskMailbox();
        while (mailbox.hasMail()) {
            Mail mail = mailbox.tryTake(TaskMailbox.MIN_PRIORITY).orElseThrow();
            mail.run();
        }
    }

    void advanceTime(long millis) throws Exception {
        flink.advanceTime(millis);
    }

    void barrier(long checkpoint) throws Exception {
        flink.prepareSnapshotPreBarrier(checkpoint);
    }

    OperatorSubtaskState snapshot(long checkpoint) throws Exception {
        return flink.snapshot(checkpoint, checkpoint);
    }

    void endInput() throws Exception {
        flink.endInput();
    }

    /** Checks that all is drained, and hands over what left since the last call. */
    List<Counted> drained() {
        checkDrained();
        List<Counted> all = flink.extractOutputValues();
        List<Counted> since = all.subList(handedOver, all.size());
        handedOver = all.size();
        return since;
    }

    /** Checks that everything that came in has left as it must. */
    void checkDrained() {
        checkOrder();
        assertThat(inFlight()).as("elements in flight").isZero();
        assertThat(flink.getOutput()).hasSameSizeAs(sent);
        assertThat(flink.numProcessingTimeTimers()).as("timers").isZero();
    }

    /**
     * Checks what has left so far: elements in the order of their key, each once and with its
     * timestamp, and watermarks in order, each behind all elements that came before it.
     */
    void checkOrder() {
        Map<String, List<Step.Element>> elements = elementsByKey();
        Map<String, Integer> left = new HashMap<>();
        int marks = 0;
        for (Object out : flink.getOutput()) {
            if (out instanceof StreamRecord<?> record) {
                Counted counted = (Counted) record.getValue();
                int position = left.merge(counted.key(), 1, Integer::sum) - 1;
                Step.Element came = elements.get(counted.key()).get(position);
                assertThat(counted.number()).as("%s", counted).isEqualTo(came.item().number());
                assertThat(record.getTimestamp()).as("%s", counted).isEqualTo(came.timestamp());
            } else {
                checkMark(out, marks++, left);
            }
        }
    }

    private void checkMark(Object out, int position, Map<String, Integer> left) {
        Map<String, Integer> before = new HashMap<>();
        int marks = 0;
        for (Step step : sent) {
            if (step instanceof Step.Element element) {
                before.merge(element.item().key(), 1, Integer::sum);
            } else if (marks++ == position) {
                assertThat(out).isEqualTo(asFlinkHasIt(step));
                before.forEach(
                        (key, count) ->
                                assertThat(left.getOrDefault(key, 0))
                                        .as("elements of %s before %s", key, out)
                                        .isGreaterThanOrEqualTo(count));
                return;
            }
        }
        throw new AssertionError("%s left and never came.".formatted(out));
    }

    private static Object asFlinkHasIt(Step step) {
        if (step instanceof Step.Mark mark) {
            return new Watermark(mark.timestamp());
        }
        return ((Step.Idleness) step).idle() ? WatermarkStatus.IDLE : WatermarkStatus.ACTIVE;
    }

    private Map<String, List<Step.Element>> elementsByKey() {
        Map<String, List<Step.Element>> byKey = new HashMap<>();
        for (Step step : sent) {
            if (step instanceof Step.Element element) {
                byKey.computeIfAbsent(element.item().key(), key -> new ArrayList<>()).add(element);
            }
        }
        return byKey;
    }

    private long inFlight() {
        return sent.stream().filter(Step.Element.class::isInstance).count()
                - flink.getRecordOutput().size();
    }

    @Override
    public void close() throws Exception {
        flink.close();
        environment.close();
    }
}
