package io.vedette.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.sources.SharedData;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CamerasCommandTest {

    private final StringWriter err = new StringWriter();

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(run("cameras", "--file", "none.mp4")).isEqualTo(1);
        assertThat(err.toString().strip()).contains("none.mp4").doesNotContain("\tat ");
    }

    @Test
    void aCountBelowOneIsRefused() {
        assertThat(run("cameras", "--file", "none.mp4", "--count", 0)).isEqualTo(1);
        assertThat(err.toString()).contains("--count must be at least 1 but was 0");
    }

    @Test
    void allThatIsWrongWithFaultsIsSaidAtOnce() {
        Object video = SharedData.video("car-detection.mp4");

        int status = run("cameras", "--file", video, "--fault", "melt", "--fault", "cam-2:freeze");

        assertThat(status).isEqualTo(1);
        assertThat(err.toString().strip().lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("Fault 'melt' must be one of"))
                .anyMatch(line -> line.contains("camera 'cam-2': the cameras are cam-1."));
    }

    @Test
    void withoutAFileAJunctionIsSimulated() {
        assertThat(run("cameras", "--count", 17)).isEqualTo(1);
        assertThat(err.toString()).contains("--count", "17", "16");
    }

    @Test
    void conditionsThatAreNotSimulatedAreRefused() {
        assertThat(run("cameras", "--conditions", "fog")).isEqualTo(1);
        assertThat(err.toString()).contains("--conditions", "'fog'");
    }

    @Test
    void aUserNeedsAPassword() {
        Object video = SharedData.video("car-detection.mp4");

        assertThat(run("cameras", "--file", video, "--port", 0, "--user", "joe")).isEqualTo(1);
        assertThat(err.toString()).contains("--user and --password must be given together");
    }

    private int run(Object... arguments) {
        return Vedette.commandLine()
                .setErr(new PrintWriter(err, true))
                .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }
}
