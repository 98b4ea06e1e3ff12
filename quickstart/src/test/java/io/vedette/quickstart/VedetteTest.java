package io.vedette.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.models.remote.TinyPackageServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VedetteTest {

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void printsTheVersionOfTheBuild() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString().strip()).matches("vedette \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    @Test
    void helpNamesEveryCommand() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("up", "detect", "model", "cameras", "--version");
    }

    @Test
    void anUnknownOptionIsNamed() {
        assertThat(run("up", "--camra", "a=rtsp://h/x")).isEqualTo(2);
        assertThat(err.toString()).contains("Unknown option", "--camra");
    }

    @Test
    void aPortThatIsNoNumberIsNamed() {
        assertThat(run("up", "--http-port", "eighty")).isEqualTo(2);
        assertThat(err.toString()).contains("--http-port", "eighty");
    }

    @Test
    void noCommandShowsTheUsage() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: vedette");
    }

    @Test
    void whatTheUserCanPutRightIsOneLineWithoutAStackTrace() {
        assertThat(run("up", "--model", "nowhere")).isEqualTo(1);
        assertThat(err.toString().strip().lines())
                .singleElement()
                .asString()
                .isEqualTo("Option --model must be a folder but 'nowhere' is none.");
    }

    @Test
    void credentialsAreNotRepeated() {
        int status = run("up", "--model", folder.toString(), "--camera", "rtsp://joe:s3cret@h/x");

        assertThat(status).isEqualTo(1);
        assertThat(err.toString()).contains("ID=URI").doesNotContain("s3cret");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        String missing = folder.resolve("street.mp4").toString();

        assertThat(run("detect", missing, "--model", folder.toString())).isEqualTo(1);
        assertThat(err.toString().strip()).contains(missing).doesNotContain("\tat ");
    }

    @Test
    void aBadModelPackageIsExplained() {
        assertThat(run("model", "check", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("model.yaml").doesNotContain("\tat ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aModelPackageMayBeElsewhere() {
        try (TinyPackageServer server = TinyPackageServer.start(folder.resolve("served"))) {
            String cache = folder.resolve("cache").toString();

            assertThat(run("model", "check", server.uri(), "--model-cache", cache)).isZero();
            assertThat(out.toString()).contains("tiny", cache);
        }
    }

    @Test
    void aModelPackageThatCannotBeFetchedIsExplained() {
        assertThat(run("model", "check", "s3://joe:s3cret@bucket/x")).isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo(
                        "Model package s3://***@bucket/x: model.yaml cannot be fetched: scheme 's3' is not read here, only file, http and https.");
    }

    private int run(String... arguments) {
        CommandLine commands = Vedette.commandLine();
        return commands.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
