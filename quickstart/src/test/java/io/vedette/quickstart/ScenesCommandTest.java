package io.vedette.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenesCommandTest {

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void writesADatasetAndSaysSo() {
        Path made = folder.resolve("made");

        int status = run("--out", made + "", "--frames", "2", "--size", "160x90", "--seed", "3");

        assertThat(status).isZero();
        assertThat(made.resolve("annotations.json")).isRegularFile();
        assertThat(made.resolve("images").toFile().list()).hasSize(2);
        assertThat(out.toString()).startsWith("2 pictures in '" + made);
        assertThat(err.toString()).contains("2 of 2 pictures");
    }

    @Test
    void refusesAFolderInUse() throws Exception {
        Files.writeString(folder.resolve("mine.txt"), "x");

        assertThat(run("--out", folder.toString(), "--frames", "2")).isEqualTo(1);
        assertThat(err.toString()).contains("must be empty").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--frames=0|Frames must be between 1 and 1000000 but was 0.",
                "--frames=2 --size=big|Option '--size' must be like 640x360 but was 'big'.",
                "--frames=2 --size=40x30|Width must be between 160 and 1920 but was 40.",
                "--frames=2 --quality=0|Quality must be between 1 and 100 but was 0.",
                "--frames=2 --cameras=17|Cameras must be between 1 and 16 but was 17.",
                "--frames=2 --conditions=day,fog|Conditions must be one of day, dusk, night, rain, dusk-rain, night-rain but were 'fog'.",
            })
    void saysWhatIsWrongWithAnOption(String options, String message) {
        String[] given = ("--out=" + folder + " " + options).split(" ");

        assertThat(run(given)).isEqualTo(2);
        assertThat(err.toString()).contains(message);
    }

    private int run(String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "scenes";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return Vedette.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
