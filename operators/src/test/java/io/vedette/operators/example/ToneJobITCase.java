package io.vedette.operators.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;

class ToneJobITCase {

    @Test
    void scoresTheMessagesOfEachAuthorInOrderAndTellsThoseThatFail() throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.BIND_PORT, "0");
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(2, configuration);
        SingleOutputStreamOperator<ScoredMessage> scored =
                ToneJob.score(
                        env.fromData(
                                TypeInformation.of(Message.class),
                                new Message("ada", "WHAT"),
                                new Message("bob", "hello"),
                                new Message("ada", " "),
                                new Message("ada", "calm")));
        CloseableIterator<ScoredMessage> scores = scored.collectAsync();
        CloseableIterator<String> failed =
                scored.getSideOutput(ScoreFunction.FAILED).collectAsync();

        env.execute();

        assertThat(all(scores))
                .containsExactlyInAnyOrder(
                        new ScoredMessage("ada", 1, "WHAT", 1),
                        new ScoredMessage("bob", 1, "hello", 0),
                        new ScoredMessage("ada", 2, "calm", 0))
                .filteredOn(score -> score.author().equals("ada"))
                .extracting(ScoredMessage::number)
                .containsExactly(1L, 2L);
        assertThat(all(failed)).containsExactly("ada: Text must not be blank.");
    }

    private static <T> List<T> all(CloseableIterator<T> iterator) throws Exception {
        try (iterator) {
            List<T> all = new ArrayList<>();
            iterator.forEachRemaining(all::add);
            return all;
        }
    }
}
