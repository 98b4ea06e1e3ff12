package io.vedette.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.models.onnx.DetectorSettings;
import io.vedette.schema.Frame;
import java.awt.Color;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Models come and go for weeks in one process, and answer for millions of frames: neither loading,
 * failing to, nor answering may leave a trace. Runs in a process of its own, for what other tests
 * leave would be counted.
 */
@Tag("soak")
final class SoakITCase {

    private static final int ROUNDS = 200;
    private static final int ROUNDS_OF_A_REAL_MODEL = 60;
    private static final int FRAMES_OF_A_ROUND = 1_000;

    /**
     * Sessions of YOLOX-nano that leak, 30 MB each, would be 150 times as much; those of the tiny
     * model, 120 KB each, twice.
     */
    private static final long GROWTH_KIB = 6 * 1024;

    private static final long DIRECT_BYTES = 6 * 1024;

    private static final BufferPoolMXBean DIRECT =
            ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                    .filter(pool -> pool.getName().equals("direct"))
                    .findFirst()
                    .orElseThrow();

    private static final Path STATUS = Path.of("/proc/self/status");

    @TempDir Path folder;

    private interface Round {
        void run() throws IOException;
    }

    @BeforeAll
    static void requireResidentMemory() {
        Assumptions.assumeTrue(
                Files.isReadable(STATUS), "This system does not tell resident memory: " + STATUS);
    }

    @Test
    void loadingRunningAndClosingKeepsMemoryFlat() throws IOException {
        Frame frame = TinyModel.frame("gate-1", 0, TinyModel.picture(0, 0, Color.RED));
        ModelPackage model = ModelPackage.load(TinyModel.writePackage(folder));

        assertFlat(
                ROUNDS,
                () -> {
                    try (OnnxDetector detector = open(model)) {
                        assertThat(detector.detect(List.of(frame, frame))).hasSize(2);
                    }
                });
    }

    @Test
    void aRealModelKeepsMemoryFlat() throws IOException {
        Assumptions.assumeTrue(YoloxNano.isPresent(), "YOLOX-nano is absent.");
        ModelPackage model = ModelPackage.load(YoloxNano.writePackage(folder, 0.25f, 0.45f));
        Frame frame = StillFrame.blank(model.rasterSpec());

        assertFlat(
                ROUNDS_OF_A_REAL_MODEL,
                () -> {
                    try (OnnxDetector detector = open(model)) {
                        assertThat(detector.detect(List.of(frame))).hasSize(1);
                    }
                });
    }

    @Test
    void answeringManyTimesKeepsMemoryFlat() throws IOException {
        Frame frame = TinyModel.frame("gate-1", 0, TinyModel.picture(0, 0, Color.RED));
        ModelPackage model = ModelPackage.load(TinyModel.writePackage(folder));

        try (OnnxDetector detector = open(model)) {
            assertFlat(
                    ROUNDS,
                    () -> {
                        for (int i = 0; i < FRAMES_OF_A_ROUND; i++) {
                            assertThat(detector.detect(List.of(frame)).get(0)).hasSize(1);
                        }
                    });
        }
    }

    @Test
    void aTruncatedFileKeepsMemoryFlat() throws IOException {
        ModelPackage model = ModelPackage.load(TinyModel.writePackage(folder));
        byte[] whole = Files.readAllBytes(model.file());
        Files.write(model.file(), Arrays.copyOf(whole, whole.length / 2));

        assertFlat(ROUNDS, () -> assertFails(model));
    }

    @Test
    void aGraphThatDoesNotFitItsPackageKeepsMemoryFlat() throws IOException {
        TinyModel.writePackage(folder);
        Files.writeString(folder.resolve("labels.txt"), "one\n");
        ModelPackage model = ModelPackage.load(folder);

        assertFlat(ROUNDS, () -> assertFails(model));
    }

    private static OnnxDetector open(ModelPackage model) {
        return OnnxDetector.open(model, DetectorSettings.defaults());
    }

    private static void assertFails(ModelPackage model) {
        assertThatThrownBy(() -> open(model)).isInstanceOf(ModelPackageException.class);
    }

    /**
     * Holds the lowest of the last quarter against the lowest of the second: what is given back and
     * taken again swings by tens of megabytes, what is lost stays. Direct buffers that the
     * collector would free some day count as lost.
     */
    private static void assertFlat(int rounds, Round round) throws IOException {
        long[] kib = new long[rounds];
        long direct = DIRECT.getMemoryUsed();
        for (int i = 0; i < kib.length; i++) {
            round.run();
            assertThat(DIRECT.getMemoryUsed() - direct)
                    .as("bytes of direct buffers left by round %d", i)
                    .isLessThan(DIRECT_BYTES);
            System.gc();
            kib[i] = residentKib();
        }
        long early = lowest(kib, rounds / 4, rounds / 2);
        long late = lowest(kib, rounds * 3 / 4, rounds);
        System.out.printf("Resident memory: %d KiB early, %d KiB late.%n", early, late);
        assertThat(late - early)
                .as("growth from %d KiB over %d rounds", early, rounds)
                .isLessThan(GROWTH_KIB);
    }

    private static long lowest(long[] values, int from, int to) {
        return Arrays.stream(values, from, to).min().orElseThrow();
    }

    private static long residentKib() throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
