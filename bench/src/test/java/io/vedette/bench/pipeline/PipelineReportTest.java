package io.vedette.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.schema.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineReportTest {

    private static final PipelineReport REPORT =
            new PipelineReport(
                    "./vedette bench pipeline",
                    Instant.EPOCH,
                    new Machine(2, "Some CPU", "Linux 6", "Some VM", List.of("G1"), "1.28.0"),
                    new PipelineReport.Setup("nano 1", "clip.mp4", 377, 2, 1, 4, 15, 3),
                    new Figures(155, 150, 156, 12.9, 0),
                    new Figures(145, 144, 146, 13.7, 0.05),
                    PipelineReport.JobFigures.of(
                            List.of(
                                    new JobSample(
                                            new Sample(142, 14, 0.1),
                                            0.4,
                                            new ResultCheck(2000, 1900)),
                                    new JobSample(
                                            new Sample(144, 14, 0.1),
                                            0.6,
                                            new ResultCheck(2100, 2000)))),
                    0.935,
                    0.986,
                    0.923,
                    List.of(new PipelineReport.PeerFigures("Loop", "5.0", 80, 79, 81, 1.79)),
                    List.of(new PipelineReport.Skipped("other", "No module named 'other'")));

    @Test
    void isOneObjectWithTheFiguresInside() throws IOException {
        JsonNode json = Json.mapper().readTree(Json.write(REPORT));

        assertThat(json.at("/raw/fps").asDouble()).isEqualTo(155);
        assertThat(json.at("/bareLoop/fps").asDouble()).isEqualTo(145);
        assertThat(json.at("/job/fps").asDouble()).isEqualTo(143);
        assertThat(json.at("/job/brokerCpuMsPerFrame").asDouble()).isEqualTo(0.5);
        assertThat(json.at("/job/results").asInt()).isEqualTo(4100);
        assertThat(json.at("/jobToBareLoop").asDouble()).isEqualTo(0.986);
        assertThat(json.at("/jobToRaw").asDouble()).isEqualTo(0.923);
        assertThat(json.at("/peers/0/ratio").asDouble()).isEqualTo(1.79);
        assertThat(json.at("/machine/cores").asInt()).isEqualTo(2);
        assertThat(json.at("/date").asText()).isEqualTo("1970-01-01T00:00:00.000000Z");
        assertThat(json.at("/skipped/0/reason").asText()).isEqualTo("No module named 'other'");
    }

    @Test
    void isATableForPeople() {
        String text = PipelineText.of(REPORT);

        assertThat(text.lines())
                .anyMatch(line -> line.matches("whole job +143\\.0 +142\\.0 to 144\\.0 .*0\\.986"))
                .anyMatch(line -> line.matches("Loop 5\\.0 +80\\.0 .*0\\.552"))
                .contains("whole job: 1.79 times Loop")
                .contains("other was skipped: No module named 'other'");
    }
}
