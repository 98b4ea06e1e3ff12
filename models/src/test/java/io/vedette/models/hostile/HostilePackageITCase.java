package io.vedette.models.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thousands of packages that are broken, absurd or malicious: each is served or refused with
 * problems in words, and nothing is left behind. {@code -Dvedette.seed=N} tries others.
 */
@Timeout(120)
final class HostilePackageITCase {

    @TempDir Path packages;
    @TempDir Path temporary;

    @Test
    void everyPackageIsServedOrRefusedInWords() throws Exception {
        long seed = Long.getLong("vedette.seed", 1);
        System.out.println("Hostile packages of -Dvedette.seed=" + seed);
        Path log = temporary.resolve("log");

        Process run = start(seed, log);

        assertThat(run.waitFor()).as("exit code of %s, after:%n%s", seed, end(log)).isZero();
        assertThat(packages).isEmptyDirectory();
        assertThat(temporary)
                .isDirectoryNotContaining(file -> !file.equals(log) && !isEmptyFolder(file));
        assertThat(end(log)).containsPattern("served [1-9]\\d+, refused \\d{4}, failed 0");
    }

    private Process start(long seed, Path log) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        java.toString(),
                        "-Xmx1g",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileRun.class.getName(),
                        packages.toString(),
                        Long.toString(seed))
                .redirectOutput(log.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** As ONNX Runtime leaves one of its own in every process. */
    private static boolean isEmptyFolder(Path file) {
        String[] names = file.toFile().list();
        return names != null && names.length == 0;
    }

    /** The last lines: the package that was tried last, and what came of it. */
    private static String end(Path log) throws IOException {
        List<String> lines = new String(Files.readAllBytes(log), UTF_8).lines().toList();
        List<String> failures =
                lines.stream().filter(line -> line.startsWith("FAILED")).limit(5).toList();
        return String.join("\n", failures)
                + "\n"
                + String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }
}
