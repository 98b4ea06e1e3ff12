package io.vedette.bench.pipeline;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;

/**
 * All that a measurement says.
 *
 * @param command that repeats it
 * @param raw ONNX Runtime alone
 * @param bareLoop decode, scale and detect in a plain loop
 * @param job the whole, from files to Kafka
 * @param skipped peers that were not measured, and why
 */
@JsonPropertyOrder({
    "command",
    "date",
    "machine",
    "setup",
    "raw",
    "bareLoop",
    "job",
    "bareLoopToRaw",
    "jobToBareLoop",
    "jobToRaw",
    "peers",
    "skipped"
})
record PipelineReport(
        String command,
        Instant date,
        Machine machine,
        Setup setup,
        Figures raw,
        Figures bareLoop,
        JobFigures job,
        double bareLoopToRaw,
        double jobToBareLoop,
        double jobToRaw,
        List<PeerFigures> peers,
        List<Skipped> skipped) {

    /** What was measured with. */
    record Setup(
            String model,
            String video,
            int frames,
            int sessions,
            int threads,
            int cameras,
            long seconds,
            int rounds) {}

    /**
     * Of the whole job.
     *
     * @param brokerCpuMsPerFrame processor time of the broker's process for a frame
     * @param results that were checked
     * @param compared of them, with what the bare loop found; all were equal
     */
    record JobFigures(
            @JsonUnwrapped Figures figures,
            double brokerCpuMsPerFrame,
            long results,
            long compared) {

        static JobFigures of(List<JobSample> samples) {
            return new JobFigures(
                    Figures.of(samples.stream().map(JobSample::sample).toList()),
                    Figures.median(samples, JobSample::brokerCpuMillis),
                    samples.stream().mapToLong(sample -> sample.check().results()).sum(),
                    samples.stream().mapToLong(sample -> sample.check().compared()).sum());
        }

        double fps() {
            return figures.fps();
        }
    }

    /**
     * Of another program.
     *
     * @param ratio how many times as many frames the job does
     */
    record PeerFigures(
            String name, String version, double fps, double least, double most, double ratio) {}

    /** A peer that was not measured. */
    record Skipped(String name, String reason) {}
}
