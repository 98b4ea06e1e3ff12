package io.vedette.bench;

import io.vedette.sources.DecodedFrame;
import io.vedette.sources.ffmpeg.FfmpegFrameStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What decoding a second of video takes of a processor, by how many pictures a second are wanted; a
 * video's seconds are counted by all of its pictures, also where the last ones are passed over:
 * {@code java -cp bench/target/benchmarks.jar io.vedette.bench.DecodeSaving FILE…}.
 */
public final class DecodeSaving {

    private static final double[] WANTED = {0, 10, 5, 1, 0.2};
    private static final int ROUNDS = 3;

    private DecodeSaving() {}

    private record Cost(double millis, int pictures, Duration last) {}

    public static void main(String[] files) throws IOException {
        System.out.println("| video | wanted per second | pictures decoded | CPU ms per second |");
        System.out.println("|---|---|---|---|");
        for (String file : files) {
            Path path = Path.of(file);
            double seconds = cost(path, null).last().toMillis() / 1000.0;
            for (double wanted : WANTED) {
                Cost best = best(path, wanted == 0 ? null : wanted);
                System.out.printf(
                        "| %s | %s | %d | %.2f |%n",
                        path.getFileName(),
                        wanted == 0 ? "all" : String.valueOf(wanted),
                        best.pictures(),
                        best.millis() / Math.max(0.001, seconds));
            }
        }
    }

    private static Cost best(Path file, @Nullable Double wanted) throws IOException {
        Cost best = cost(file, wanted);
        for (int i = 1; i < ROUNDS; i++) {
            Cost cost = cost(file, wanted);
            best = cost.millis() < best.millis() ? cost : best;
        }
        return best;
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
        return new Cost(nanos / 1e6, pictures, last);
    }
}
