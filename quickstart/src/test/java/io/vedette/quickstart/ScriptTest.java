package io.vedette.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {

    private static final Path ROOT = Path.of("..");

    @ParameterizedTest
    @ValueSource(strings = {"vedette", ".ci/run"})
    void shellcheckFindsNothing(String script) throws Exception {
        Process check = shellcheck(ROOT.resolve(script));

        assertThat(check.inputReader().lines()).isEmpty();
        assertThat(check.waitFor()).isZero();
    }

    private static Process shellcheck(Path script) {
        try {
            return new ProcessBuilder("shellcheck", script.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            return abort("shellcheck is not installed");
        }
    }
}
