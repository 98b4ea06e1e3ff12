package io.vedette.operators.example;

import io.vedette.operators.inference.BatchInference;
import io.vedette.operators.inference.BatchSettings;
import io.vedette.operators.inference.InferenceSettings;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Scores messages by the operator. */
final class ToneJob {

    private ToneJob() {}

    static SingleOutputStreamOperator<ScoredMessage> score(DataStream<Message> messages) {
        return BatchInference.apply(
                        messages.keyBy(Message::author),
                        new ToneEngine.Factory(),
                        new ScoreFunction(),
                        TypeInformation.of(ScoredMessage.class),
                        InferenceSettings.of(BatchSettings.of(8, Duration.ofMillis(5)))
                                .withTimeout(Duration.ofSeconds(10)))
                .name("Score messages")
                .uid("score-messages");
    }
}
