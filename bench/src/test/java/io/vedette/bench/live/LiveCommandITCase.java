package io.vedette.bench.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.schema.Json;
import io.vedette.sources.ffmpeg.Mp4Writer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The stand itself: that it sees what the job does. What it measures is another matter. */
@Timeout(240)
class LiveCommandITCase {

    private static final Path MODEL = Path.of("..", "models", "zoo", "street", "1");
    private static final int SIDE = 320;
    private static final int FRAMES = 50;

    @TempDir Path folder;

    @Test
    void everyPartOfTheReportIsOfARunningJob() throws IOException {
        StringWriter out = new StringWriter();
        CommandLine command =
                new CommandLine(new LiveCommand())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setOut(new PrintWriter(out));

        int exit =
                command.execute(
                        "--video",
                        video().toString(),
                        "--model",
                        MODEL.toString(),
                        "--cameras",
                        "2",
                        "--seconds",
                        "2",
                        "--json");

        assertThat(exit).isIn(0, 1);
        JsonNode report = Json.mapper().readTree(out.toString());
        double raw = report.at("/raw/fps").doubleValue();
        assertThat(raw).isPositive();
        assertThat(report.at("/at80/cameras").intValue()).isEqualTo(2);
        assertThat(report.at("/at80/offered").doubleValue()).isBetween(0.79 * raw, 0.81 * raw);
        assertThat(report.at("/at80/sent").longValue()).isPositive();
        assertThat(report.at("/at80/results").longValue()).isPositive();
        assertThat(report.at("/at80/ageMs/p50").doubleValue())
                .isGreaterThan(report.at("/at80/latencyMs/p50").doubleValue());
        assertThat(report.at("/at80/processes/job/cores").doubleValue()).isPositive();
        assertThat(report.at("/capacity/fps").doubleValue()).isPositive();
        assertThat(report.at("/overload/offered").doubleValue())
                .isGreaterThanOrEqualTo(2.99 * report.at("/capacity/fps").doubleValue());
        assertThat(report.at("/overload/dropped/superseded").longValue()).isPositive();
        assertThat(report.at("/shares/cameras/0/priority").intValue()).isEqualTo(1);
        assertThat(report.at("/shares/cameras/0/measured").doubleValue())
                .isGreaterThan(report.at("/shares/cameras/1/measured").doubleValue());
        assertThat(report.at("/targets")).hasSize(7);
    }

    private Path video() throws IOException {
        Path file = folder.resolve("slope.mp4");
        try (Mp4Writer video = new Mp4Writer(file, SIDE, SIDE)) {
            for (int frame = 0; frame < FRAMES; frame++) {
                video.write(slope(frame), SIDE, SIDE, Duration.ofMillis(40L * frame));
            }
            video.finish();
        }
        return file;
    }

    /** Greys that move to the right. */
    private static byte[] slope(int frame) {
        byte[] bgr = new byte[3 * SIDE * SIDE];
        for (int i = 0; i < bgr.length; i++) {
            bgr[i] = (byte) ((i / 3 + 4 * frame) % SIDE / 2);
        }
        return bgr;
    }
}
