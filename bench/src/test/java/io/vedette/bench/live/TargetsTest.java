package io.vedette.bench.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.bench.live.LiveReport.Capacity;
import io.vedette.bench.live.LiveReport.Shares;
import io.vedette.bench.live.LiveReport.Step;
import io.vedette.bench.live.LiveReport.Target;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetsTest {

    private static final Capacity CAPACITY = Capacity.of(List.of(new Step(100, 100)));
    private static final Shares FAIR = shares(10);
    private static final Measured ROOM = measured(80, new Ages(20, 40, 60, 80), Map.of(), 1);
    private static final Measured CROWD =
            measured(96, new Ages(50, 90, 119, 200), Map.of("superseded", 200L), 0.99);

    private static Measured measured(
            double fps, Ages ages, Map<String, Long> dropped, double jain) {
        return new Measured(
                8,
                10,
                80,
                30,
                2400,
                2400,
                fps,
                ages,
                ages,
                ages,
                dropped,
                0,
                jain,
                new Measured.Checkpoints(2, 0),
                Map.of(),
                new Memory(100, 0));
    }

    private static Shares shares(double measured) {
        return Shares.of(List.of(new CameraShare("a", 0, 1, 10, measured)));
    }

    private static List<String> missed(List<Target> targets) {
        return targets.stream().filter(target -> !target.met()).map(Target::name).toList();
    }

    @Test
    void allAreMetWhereAllIsWell() {
        assertThat(missed(Targets.of(ROOM, CAPACITY, CROWD, FAIR))).isEmpty();
    }

    @Test
    void aFrameDroppedThoughThereIsRoomIsOneTooMany() {
        Measured dropping = measured(80, ROOM.ageMs(), Map.of("corrupt", 1L), 1);

        assertThat(missed(Targets.of(dropping, CAPACITY, CROWD, FAIR)))
                .containsExactly("frames dropped at 80 %");
    }

    @Test
    void oldFramesMissTheirTarget() {
        Measured old = measured(80, new Ages(20, 151, 160, 170), Map.of(), 1);

        assertThat(missed(Targets.of(old, CAPACITY, CROWD, FAIR)))
                .containsExactly("p95 frame age at 80 %");
    }

    @Test
    void overloadMayCostNoThroughputNoAgeAndNoFairness() {
        Measured worse = measured(94, new Ages(50, 90, 121, 200), Map.of(), 0.97);

        assertThat(missed(Targets.of(ROOM, CAPACITY, worse, FAIR)))
                .containsExactly(
                        "throughput at 3 x capacity",
                        "p99 frame age at 3 x capacity",
                        "Jain's index at 3 x capacity");
    }

    @Test
    void aShareFarFromItsPromiseIsMissed() {
        assertThat(missed(Targets.of(ROOM, CAPACITY, CROWD, shares(8.9))))
                .containsExactly("worst share against its promise");
    }

    @Test
    void nothingThatComesOutIsNothingToPraise() {
        Measured silent =
                new Measured(
                        8,
                        10,
                        80,
                        30,
                        2400,
                        0,
                        0,
                        Ages.of(List.of()),
                        Ages.of(List.of()),
                        Ages.of(List.of()),
                        Map.of(),
                        0,
                        1,
                        new Measured.Checkpoints(0, 0),
                        Map.of(),
                        new Memory(100, 0));

        assertThat(missed(Targets.of(silent, CAPACITY, silent, FAIR)))
                .containsExactly(
                        "p95 frame age at 80 %",
                        "frames dropped at 80 %",
                        "throughput at 3 x capacity",
                        "p99 frame age at 3 x capacity",
                        "Jain's index at 3 x capacity",
                        "checkpoints at 3 x capacity");
    }
}
