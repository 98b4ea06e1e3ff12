package io.vedette.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.schema.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built-in model does what its card says, on scenes that it was not trained on. */
final class StreetModelITCase {

    private static final Path STREET = Path.of("../models/zoo/street/1").toAbsolutePath();

    /** Of the card: neither the one of training nor that of validation. */
    private static final String HELD_OUT_SEED = "2000001";

    @TempDir Path folder;

    @Test
    void itFindsWhatItWasTrainedFor() throws Exception {
        Path dataset = folder.resolve("held-out");
        run("scenes", "--out", dataset.toString(), "--frames", "240", "--seed", HELD_OUT_SEED);

        String report =
                run(
                        "model",
                        "eval",
                        STREET.toString(),
                        "--coco",
                        dataset.resolve("annotations.json").toString(),
                        "--images",
                        dataset.resolve("images").toString(),
                        "--json");

        JsonNode scores = Json.mapper().readTree(report);
        System.out.printf("Street model on held-out scenes: %s%n", scores);
        assertThat(scores.get("AP50").asDouble()).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void itIsSmall() throws Exception {
        assertThat(Files.size(STREET.resolve("model.onnx"))).isLessThan(4_000_000);
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        int code = Vedette.commandLine().setOut(new PrintWriter(out)).execute(arguments);
        assertThat(code).as("%s", (Object) arguments).isZero();
        return out.toString();
    }
}
