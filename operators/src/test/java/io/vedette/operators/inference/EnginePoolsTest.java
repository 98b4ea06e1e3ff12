package io.vedette.operators.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.flink.api.common.JobID;
import org.junit.jupiter.api.Test;

class EnginePoolsTest {

    private final FakeEngines engines = FakeEngines.open().preferring(2);
    private final EnginePools.Key key =
            new EnginePools.Key(new JobID(), engines.name(), InferenceSettings.defaults());

    @Test
    void subtasksShareTheEnginesAndTheLastOneClosesThem() throws Exception {
        var one = EnginePools.acquire(key, engines, List.of());
        var two = EnginePools.acquire(key, engines, List.of());
        assertThat(two.pool()).isSameAs(one.pool());
        assertThat(engines.count("create")).isEqualTo(2);

        one.release();
        assertThat(engines.count("close")).isZero();
        two.release();

        assertThat(engines.count("close")).isEqualTo(2);
    }

    @Test
    void anotherJobHasItsOwnEngines() throws Exception {
        var one = EnginePools.acquire(key, engines, List.of());
        var other =
                EnginePools.acquire(
                        new EnginePools.Key(new JobID(), key.model(), key.settings()),
                        engines,
                        List.of());

        assertThat(other.pool()).isNotSameAs(one.pool());

        one.release();
        other.release();
        assertThat(engines.open).hasValue(0);
    }

    @Test
    void leavesNothingBehindWhenEnginesCannotBeMadeAndTriesAgainForTheNext() throws Exception {
        engines.refuse(true);
        assertThatThrownBy(() -> EnginePools.acquire(key, engines, List.of()))
                .hasMessage("no engine can be made");
        engines.refuse(false);

        var next = EnginePools.acquire(key, engines, List.of());

        assertThat(next.pool().queue().engines()).isBetween(0, 2);
        next.release();
        assertThat(engines.open).hasValue(0);
    }
}
