package io.vedette.operators.inference;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.mailbox.Mail;
import org.apache.flink.streaming.runtime.tasks.mailbox.TaskMailbox;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** A {@link BatchInferenceOperator} over strings whose first letter is their key. */
final class InferenceHarness implements AutoCloseable {

    static final int MAX_PARALLELISM = 16;

    final KeyedOneInputStreamOperatorTestHarness<String, String, String> flink;

    private InferenceHarness(KeyedOneInputStreamOperatorTestHarness<String, String, String> flink) {
        this.flink = flink;
    }

    static InferenceHarness of(FakeEngines engines, InferenceSettings settings) throws Exception {
        return restored(engines, settings, null, 1, 0);
    }

    static InferenceHarness restored(
            FakeEngines engines,
            InferenceSettings settings,
            OperatorSubtaskState state,
            int parallelism,
            int subtask)
            throws Exception {
        var flink =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new BatchInferenceOperatorFactory<>(
                                engines, new CountingFunction(), settings),
                        InferenceHarness::keyOf,
                        Types.STRING,
                        MAX_PARALLELISM,
                        parallelism,
                        subtask);
        flink.setup(
                Types.STRING.createSerializer(flink.getExecutionConfig().getSerializerConfig()));
        if (state != null) {
            flink.initializeState(state);
        }
        flink.open();
        return new InferenceHarness(flink);
    }

    static String keyOf(String element) {
        return element.substring(0, 1);
    }

    InferenceHarness send(String... elements) throws Exception {
        for (String element : elements) {
            flink.processElement(element, timestampOf(element));
        }
        return this;
    }

    /** "a17" was made at 17. */
    static long timestampOf(String element) {
        String digits = element.replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    /** Runs what inference sends back until the condition holds. */
    void until(BooleanSupplier condition) {
        await().pollInSameThread()
                .pollInterval(Duration.ofMillis(1))
                .until(
                        () -> {
                            runMails();
                            return condition.getAsBoolean();
                        });
    }

    void untilOutputs(int count) {
        until(() -> results().size() >= count);
    }

    List<String> results() {
        return flink.getRecordOutput().stream().map(StreamRecord::getValue).toList();
    }

    List<String> failures() {
        var failed = flink.getSideOutput(CountingFunction.FAILED);
        return failed == null ? List.of() : failed.stream().map(StreamRecord::getValue).toList();
    }

    List<Object> output() {
        return flink.getOutput().stream()
                .map(
                        element ->
                                element instanceof StreamRecord<?> record
                                        ? record.getValue()
                                        : element instanceof Watermark mark
                                                ? mark.getTimestamp()
                                                : element)
                .toList();
    }

    private void runMails() throws Exception {
        TaskMailbox mailbox = flink.getTaskMailbox();
        while (mailbox.hasMail()) {
            var mail = mailbox.tryTake(TaskMailbox.MIN_PRIORITY);
            if (mail.isEmpty()) {
                return;
            }
            Mail taken = mail.get();
            taken.run();
        }
    }

    @Override
    public void close() throws Exception {
        flink.close();
    }
}
