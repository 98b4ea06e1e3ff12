package io.vedette.bench.live;

import io.vedette.bench.pipeline.Machine;
import java.time.Instant;
import java.util.List;

/**
 * What a live load came to.
 *
 * @param raw what the network alone does with everything that the machine has
 * @param at80 the job with cameras that send 80 % of that
 * @param capacity the most that comes out of the job
 * @param overload the job with cameras that send three times as much
 * @param shares the same with cameras that are not equal
 */
public record LiveReport(
        Raw raw,
        Measured at80,
        Capacity capacity,
        Measured overload,
        Shares shares,
        List<Target> targets,
        Machine machine,
        Instant date,
        String command) {

    /** Sessions that run at once, with so many threads each, and their frames a second. */
    public record Raw(double fps, int sessions, int threads) {}

    /** The most of all steps, in frames a second. */
    public record Capacity(double fps, List<Step> steps) {

        static Capacity of(List<Step> steps) {
            return new Capacity(steps.stream().mapToDouble(Step::fps).max().orElseThrow(), steps);
        }
    }

    /** Frames a second: what was sent, and what came out. */
    public record Step(double offered, double fps) {}

    /** What each camera got, and the largest part by which one of them is off its promise. */
    public record Shares(double fps, double worst, List<CameraShare> cameras) {

        static Shares of(List<CameraShare> cameras) {
            return new Shares(
                    Figures.rounded(cameras.stream().mapToDouble(CameraShare::measured).sum()),
                    Figures.share(
                            cameras.stream()
                                    .mapToDouble(CameraShare::deviation)
                                    .max()
                                    .orElseThrow()),
                    cameras);
        }
    }

    /** What should hold, and whether it does. */
    public record Target(String name, String target, String measured, boolean met) {}
}
