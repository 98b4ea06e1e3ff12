package io.vedette.operators.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The operator is of use to jobs that have neither cameras nor Vedette's models. */
class LibraryTest {

    private static final Pattern DEPENDENCY =
            Pattern.compile("^ +\\S+ +-> (\\S+)", Pattern.MULTILINE);

    @Test
    void knowsNothingOfVedetteButTheFairQueue() throws Exception {
        Set<String> dependencies = dependencies();

        assertThat(dependencies)
                .contains("io.vedette.fairness.FairQueue", InferenceFunction.class.getName())
                .allMatch(
                        name ->
                                name.startsWith("java.")
                                        || name.startsWith("org.apache.flink.")
                                        || name.startsWith("org.slf4j.")
                                        || name.startsWith("org.jspecify.")
                                        || name.startsWith("io.vedette.fairness.")
                                        || name.startsWith("io.vedette.operators.inference."));
    }

    /** Of all classes of the package, by the JDK's own reading of the class files. */
    private static Set<String> dependencies() throws URISyntaxException {
        Path classes =
                Path.of(
                        BatchInference.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        StringWriter out = new StringWriter();
        int exit =
                ToolProvider.findFirst("jdeps")
                        .orElseThrow()
                        .run(
                                new PrintWriter(out),
                                new PrintWriter(out),
                                "-verbose:class",
                                "-filter:none",
                                "--ignore-missing-deps",
                                classes.resolve("io/vedette/operators/inference").toString());
        assertThat(exit).as(out.toString()).isZero();
        return DEPENDENCY
                .matcher(out.toString())
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }
}
