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

    private int run(String... arguments) {
        return Bench.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
