package io.vedette.bench;

import io.vedette.sources.DecodedFrame;
import io.vedette.sources.ffmpeg.FfmpegFrameStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What decoding a second of video takes of a processor, by how many pictures a second are wanted:
 * {@code java -cp bench/target/benchmarks.jar io.vedette.bench.DecodeSaving FILE…}.
 */
public final class DecodeSaving {

    private static final double[] WANTED = {0, 10, 5, 1, 0.2};
    private static final int ROUNDS = 3;

    private DecodeSaving() {}

    private record Cost(double millisPerSecond, int pictures) {}

    public static void main(String[] files) throws IOException {
        System.out.println("| video | wanted per second | pictures decoded | CPU ms per second |");
        System.out.println("|---|---|---|---|");
        for (String file : files) {
            Path path = Path.of(file);
            for (double wanted : WANTED) {
                Double framesPerSecond = wanted == 0 ? null : wanted;
                Cost best = cost(path, framesPerSecond);
                for (int i = 1; i < ROUNDS; i++) {
                    Cost cost = cost(path, framesPerSecond);
                    best = cost.millisPerSecond() < best.millisPerSecond() ? cost : best;
                }
                System.out.printf(
                        "| %s | %s | %d | %.2f |%n",
                        path.getFileName(),
                        wanted == 0 ? "all" : String.valueOf(wanted),
                        best.pictures(),
                        best.millisPerSecond());
            }
        }
    }

    private static Cost cost(Path file, @Nullable Double wanted) throws IOException {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        int pictures = 0;
        Duration last = Duration.ZERO;
        try (FfmpegFrameStream stream = FfmpegFrameStream.ofFile(file, wanted, () -> false)) {
            for (DecodedFrame frame = stream.next(); frame != null; frame = stream.next()) {
                last = frame.mediaTime();
                pictures++;
            }
        }
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        return new Cost(nanos / 1e6 / Math.max(0.001, last.toMillis() / 1000.0), pictures);
    }
}
