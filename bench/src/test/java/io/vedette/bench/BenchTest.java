package io.vedette.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BenchTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpNamesEveryFault() {
        assertThat(run("faults", "--help")).isZero();
        assertThat(out.toString()).contains("kill", "udp-loss-30", "black-hole");
    }

    @ParameterizedTest
    @CsvSource({
        "--only=melt, Fault 'melt' must be one of kill",
        "--server=nginx, 'Option --server must be simulator, gstreamer or both but was ''nginx''.'",
    })
    void whatIsWrongIsSaid(String option, String message) {
        assertThat(run("faults", option)).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains(message);
    }

    @Test
    void batchesAreTimedInEveryWayOnTheDeviceThatIsFound() {
        int code =
                run(
                        "gpu",
                        "--model=../models/zoo/street/1",
                        "--batch=1",
                        "--device=CPU",
                        "--seconds=0.01",
                        "--json");

        assertThat(err.toString()).contains("street", "cpu (not ");
        assertThat(code).isZero();
        assertThat(out.toString().lines())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).contains("\"way\":\"raw\""))
                .anySatisfy(line -> assertThat(line).contains("\"way\":\"host\""))
                .anySatisfy(line -> assertThat(line).contains("\"way\":\"graph\""))
                .allSatisfy(
                        line ->
                                assertThat(line)
                                        .contains("\"device\":\"cpu\",")
                                        .contains("\"batch\":1,"));
    }

    @Test
    void aFolderWithoutAPackageIsNamed() {
        assertThat(run("gpu", "--model=nowhere")).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(err.toString()).contains("nowhere").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({
        "--batch=0, Option --batch must be 1 to 1024 but was 0.",
        "--seconds=0, Option --seconds must be above 0 and at most 3600 but was 0.0.",
        "--gpu=-1, Option --gpu must be 0 to 1024 but was -1."
    })
    void aBatchOfNothingIsNotTimed(String option, String message) {
        assertThat(run("gpu", "--model=any", option)).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains(message);
    }

    @ParameterizedTest
    @CsvSource({
        "--sessions=0, Option --sessions must be 1 to 1024 but was 0.",
        "--rounds=0, Option --rounds must be 1 to 2147483647 but was 0.",
        "--seconds=-1, Option --seconds must be 1 to 2147483647 but was -1.",
        "--device=tpu, 'Invalid value for option ''--device'': expected one of'",
    })
    void ofThePipelineTooWhatIsWrongIsSaid(String option, String message) {
        String file = getClass().getResource("BenchTest.class").getPath();

        int status = run("pipeline", "--video", file, "--model", "absent", option);

        assertThat(status).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains(message);
    }

    @Test
    void aVideoAndAModelThatAreNotThereAreNamed() {
        assertThat(run("pipeline", "--video", "no.mp4", "--model", "absent"))
                .isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("Option --video must be a file but 'no.mp4' is none.");
    }

    private int run(String... arguments) {
        return Bench.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
