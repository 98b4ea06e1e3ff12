package io.vedette.bench.live;

import io.vedette.bench.stand.DeliveredResult;
import io.vedette.schema.FrameResult;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * A frame whose result came back; times in milliseconds since 1970.
 *
 * @param emittedAt when the job gave its result away
 * @param deliveredAt when the broker had it
 */
record Seen(
        String camera,
        long sequence,
        double capturedAt,
        double arrivedAt,
        double emittedAt,
        double deliveredAt) {

    private static final double MICROS = TimeUnit.MILLISECONDS.toMicros(1);

    static Seen of(DeliveredResult delivered) {
        FrameResult result = delivered.result();
        double arrivedAt = millis(result.arrivedAt());
        return new Seen(
                result.camera(),
                result.sequence(),
                millis(result.capturedAt()),
                arrivedAt,
                arrivedAt + result.latencyMs().total(),
                delivered.deliveredAt());
    }

    private static double millis(Instant time) {
        return TimeUnit.SECONDS.toMillis(time.getEpochSecond())
                + TimeUnit.NANOSECONDS.toMicros(time.getNano()) / MICROS;
    }

    /** How old it was when its result was emitted. */
    double age() {
        return emittedAt - capturedAt;
    }

    /** From its arrival to the emission of its result. */
    double latency() {
        return emittedAt - arrivedAt;
    }

    /** How old it was when its result was on Kafka. */
    double deliveredAge() {
        return deliveredAt - capturedAt;
    }
}
