package io.vedette.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.bench.stand.SharedVideo;
import io.vedette.models.YoloxNano;
import io.vedette.schema.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command itself, briefly: that it measures and checks. How fast it is, is another matter. */
@Timeout(300)
class PipelineITCase {

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void needsAModelAndAVideo() {
        assumeThat(YoloxNano.isPresent() && SharedVideo.isPresent())
                .as("the model and the videos beside the project are here")
                .isTrue();
    }

    @Test
    void measuresAllThreeAndChecksEveryResult() throws Exception {
        Path model = YoloxNano.writePackage(folder.resolve("model"), 0.25f, 0.45f);

        int status =
                run(
                        "--video=" + SharedVideo.file(),
                        "--model=" + model,
                        "--seconds=2",
                        "--warm-up=0",
                        "--rounds=1",
                        "--peers=opencv_loop=" + folder.resolve("no-python"),
                        "--json");

        assertThat(status).as(err.toString()).isZero();
        JsonNode report = Json.mapper().readTree(out.toString());
        assertThat(report.at("/raw/fps").asDouble()).isPositive();
        assertThat(report.at("/bareLoop/fps").asDouble()).isPositive();
        assertThat(report.at("/job/fps").asDouble()).isPositive();
        assertThat(report.at("/job/cpuMsPerFrame").asDouble()).isPositive();
        assertThat(report.at("/job/compared").asLong()).isPositive();
        assertThat(report.at("/setup/frames").asInt()).isEqualTo(1189);
        assertThat(report.at("/skipped/0/name").asText()).isEqualTo("opencv_loop");
    }

    @Test
    void anOptionThatTheJobDoesNotKnowIsSaid() throws Exception {
        Path model = YoloxNano.writePackage(folder.resolve("model"), 0.25f, 0.45f);

        int status =
                run(
                        "--video=" + SharedVideo.file(),
                        "--model=" + model,
                        "--seconds=1",
                        "--warm-up=0",
                        "--job=inference.treads=1");

        assertThat(status).isNotZero();
        assertThat(err.toString()).contains("Did you mean 'inference.threads'?");
    }

    private int run(String... arguments) {
        return new CommandLine(new PipelineCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
