package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vedette.schema.Frame;
import io.vedette.schema.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is served, and with how old a frame, when cameras send more than is taken. */
class FairHandOverTest {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long INTERVAL = Duration.ofMillis(40).toNanos();
    private static final int CAMERAS = 24;

    private final List<CameraSplit> cameras = new ArrayList<>();
    private final List<Long> intervals = new ArrayList<>();
    private long now;

    /** What became of a minute: how many frames of each camera were taken, and their ages. */
    private record Outcome(long[] taken, List<Long> ages) {

        double jain() {
            double sum = LongStream.of(taken).sum();
            double squares = LongStream.of(taken).mapToDouble(n -> (double) n * n).sum();
            return sum * sum / (taken.length * squares);
        }

        long age(double quantile) {
            return ages.stream().sorted().skip((long) (quantile * ages.size())).findFirst().get();
        }

        double meanAge() {
            return ages.stream().mapToLong(age -> age).average().orElseThrow();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void atThreeTimesTheCapacityAllCamerasGetTheSameAndFramesAreYoung(long seed) {
        addCameras(CAMERAS, Share.EQUAL, INTERVAL);

        Outcome fair = served(3, seed);
        Outcome firstComeFirstServed = servedInTurn(3, seed);

        assertThat(fair.jain()).isGreaterThan(.999);
        assertThat(fair.meanAge()).isLessThan(firstComeFirstServed.meanAge() / 2);
        assertThat(fair.age(.99)).isLessThan(firstComeFirstServed.age(.99));
        assertThat(fair.ages()).allMatch(age -> age < 2 * INTERVAL);
    }

    @Test
    void camerasOfAnyRateGetTheSame() {
        addCameras(CAMERAS / 2, Share.EQUAL, INTERVAL / 2);
        addCameras(CAMERAS / 2, Share.EQUAL, INTERVAL);

        Outcome outcome = served(3, 6);

        assertThat(outcome.jain()).isGreaterThan(.98);
    }

    @Test
    void whatOneCameraDoesNotUseTheOthersShare() {
        addCameras(1, Share.EQUAL, 1000 * INTERVAL);
        addCameras(CAMERAS - 1, Share.EQUAL, INTERVAL);

        Outcome outcome = served(3, 7);

        assertThat(outcome.taken()[0]).isCloseTo(MINUTE / (1000 * INTERVAL), within(1L));
        assertThat(new Outcome(Arrays.copyOfRange(outcome.taken(), 1, CAMERAS), List.of()).jain())
                .isGreaterThan(.999);
    }

    @Test
    void camerasAreServedInProportionToTheirWeights() {
        double[] weights = {0.5, 0.5, 1, 1, 1, 1, 1, 1, 2, 2, 3};
        for (double weight : weights) {
            addCameras(1, new Share(0, weight), INTERVAL);
        }

        Outcome outcome = served(4, 8);

        double each = LongStream.of(outcome.taken()).sum() / Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            assertThat(outcome.taken()[i] / weights[i]).isCloseTo(each, within(each * .02));
        }
    }

    @Test
    void aHigherPriorityGetsAllThatItSendsAndTheOthersShareTheRest() {
        addCameras(4, new Share(1, 1), INTERVAL);
        addCameras(20, Share.EQUAL, INTERVAL);

        Outcome outcome = served(3, 9);

        long sent = MINUTE / INTERVAL;
        long[] low = Arrays.copyOfRange(outcome.taken(), 4, CAMERAS);
        assertThat(Arrays.stream(outcome.taken(), 0, 4)).allMatch(taken -> taken > .99 * sent);
        assertThat(new Outcome(low, List.of()).jain()).isGreaterThan(.99);
        assertThat(LongStream.of(outcome.taken()).sum())
                .isCloseTo(CAMERAS * sent / 3, within(CAMERAS * sent / 300));
    }

    @Test
    void weightsCountAlsoAmongCamerasOfLowPriority() {
        addCameras(3, new Share(1, 1), INTERVAL);
        addCameras(4, new Share(0, 2), INTERVAL);
        addCameras(12, Share.EQUAL, INTERVAL);

        Outcome outcome = served(2, 10);

        long heavy = Arrays.stream(outcome.taken(), 3, 7).sum() / 4;
        long light = Arrays.stream(outcome.taken(), 7, 19).sum() / 12;
        assertThat((double) heavy / light).isCloseTo(2, within(.05));
    }

    private void addCameras(int count, Share share, long interval) {
        for (int i = 0; i < count; i++) {
            String id = "camera-" + cameras.size();
            cameras.add(new CameraSplit(id, "rtsp://127.0.0.1/" + id, null, share));
            intervals.add(interval);
        }
    }

    /** By the hand-over. */
    private Outcome served(double overload, long seed) {
        FrameHandOver handOver = new FrameHandOver(() -> now);
        List<FrameSlot> slots =
                cameras.stream()
                        .map(camera -> handOver.slot(camera, Duration.ZERO, loss -> {}))
                        .toList();
        return run(
                overload,
                seed,
                arrival -> slots.get(arrival.camera()).replace(new Offer(arrival)),
                () -> {
                    FrameHandOver.Arrival next = handOver.poll();
                    return next == null ? -1 : (int) next.frame().sequence();
                });
    }

    /** By a queue of cameras with one place each, for comparison. */
    private Outcome servedInTurn(double overload, long seed) {
        Queue<Integer> queue = new ArrayDeque<>();
        return run(
                overload,
                seed,
                arrival -> {
                    if (!queue.contains(arrival.camera())) {
                        queue.add(arrival.camera());
                    }
                },
                () -> queue.isEmpty() ? -1 : queue.remove());
    }

    private record Arrival(int camera, long at) {}

    private interface Leaving {
        void leave(Arrival arrival);
    }

    private Outcome run(double overload, long seed, Leaving leaving, IntSupplier taking) {
        double perNano = intervals.stream().mapToDouble(interval -> 1.0 / interval).sum();
        long service = Math.round(overload / perNano);
        long[] taken = new long[cameras.size()];
        long[] newest = new long[cameras.size()];
        List<Long> ages = new ArrayList<>();
        long free = 0;
        for (Arrival arrival : arrivals(seed)) {
            for (; free <= arrival.at(); free += service) {
                now = free;
                int camera = taking.getAsInt();
                if (camera >= 0) {
                    taken[camera]++;
                    ages.add(now - newest[camera]);
                }
            }
            now = arrival.at();
            newest[arrival.camera()] = now;
            leaving.leave(arrival);
        }
        return new Outcome(taken, ages);
    }

    /** Each camera's frames come at its rate from a moment of its own, by a tenth early or late. */
    private List<Arrival> arrivals(long seed) {
        Random random = new Random(seed);
        List<Arrival> arrivals = new ArrayList<>();
        for (int camera = 0; camera < cameras.size(); camera++) {
            long interval = intervals.get(camera);
            for (long at = random.nextLong(interval); at < MINUTE; at += interval) {
                arrivals.add(
                        new Arrival(
                                camera,
                                at + Math.round((random.nextDouble() - .5) * interval / 5)));
            }
        }
        arrivals.sort(Comparator.comparingLong(Arrival::at));
        return arrivals;
    }

    /** Its camera's number is its sequence. */
    private record Offer(Arrival arrival) implements OfferedFrame {

        @Override
        public Frame take() {
            Instant at = Instant.ofEpochSecond(0, arrival.at());
            return new Frame("camera", arrival.camera(), at, at, 4, 2, null, null);
        }

        @Override
        public void drop() {}
    }
}
