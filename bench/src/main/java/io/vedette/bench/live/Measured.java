package io.vedette.bench.live;

import java.util.Map;
import java.util.TreeMap;

/**
 * What was seen of the job within a while.
 *
 * @param framesPerSecond that each camera sends
 * @param offered frames a second that all send
 * @param sent pictures; known to within one for each camera
 * @param results of frames, emitted in the same while
 * @param fps results a second
 * @param ageMs from capture until emission
 * @param latencyMs from arrival until emission
 * @param deliveredMs from capture until the broker has the result
 * @param dropped frames, by cause
 * @param missing frames between others of their camera, by their numbers
 * @param jain index of the results of the cameras
 */
public record Measured(
        int cameras,
        double framesPerSecond,
        double offered,
        double seconds,
        long sent,
        long results,
        double fps,
        Ages ageMs,
        Ages latencyMs,
        Ages deliveredMs,
        Map<String, Long> dropped,
        long missing,
        double jain,
        Checkpoints checkpoints,
        Map<String, Usage> processes,
        Memory memory) {

    /** How many there were. */
    public record Checkpoints(long completed, long failed) {}

    static Measured of(Load load, Output output, Processes processes, Moment before, Moment after) {
        return new Measured(
                load.cameras(),
                Figures.rounded(load.framesPerSecond()),
                Figures.rounded(load.total()),
                Figures.rounded(output.seconds()),
                after.sent() - before.sent(),
                output.seen().size(),
                Figures.rounded(output.perSecond()),
                output.ages(Seen::age),
                output.ages(Seen::latency),
                output.ages(Seen::deliveredAge),
                after.droppedSince(before),
                output.missing(),
                Figures.share(Fairness.jain(output.counts().values())),
                new Checkpoints(
                        after.completed() - before.completed(), after.failed() - before.failed()),
                usages(processes, before, after),
                after.memory().since(before.memory()));
    }

    private static Map<String, Usage> usages(Processes processes, Moment before, Moment after) {
        Map<String, Usage> usages = new TreeMap<>();
        usages.put("job", Usage.of(processes.job(), before.job(), after.job()));
        usages.put("broker", Usage.of(processes.broker(), before.broker(), after.broker()));
        usages.put(
                "simulator",
                Usage.of(processes.simulator(), before.simulator(), after.simulator()));
        return usages;
    }

    /** Frames dropped, whatever for. */
    long lost() {
        return dropped.values().stream().mapToLong(Long::longValue).sum();
    }
}
