package io.vedette.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** What this process holds, over a soak of many cycles: it must not grow. */
public final class Footprint {

    /** How many samples a soak takes. */
    public static final int SAMPLES = 40;

    /** 2 KiB a cycle over the half that is looked at: less than any stream that is not freed. */
    private static final long GROWTH_KIB = 2 * 1024;

    /**
     * How often a sample looks, over several cycles: a camera between two connections holds less
     * than one that has its connection.
     */
    private static final int LOOKS = 200;

    private static final Path PROCESS = Path.of("/proc/self");

    private final List<Sample> samples = new ArrayList<>();

    private record Sample(long residentKib, long threads, long files) {

        static Sample now() throws IOException {
            System.gc();
            Sample least = look();
            for (int i = 1; i < LOOKS; i++) {
                least = least.orLess(look());
            }
            return least;
        }

        private static Sample look() throws IOException {
            try (Stream<Path> files = Files.list(PROCESS.resolve("fd"))) {
                return new Sample(status("VmRSS:"), status("Threads:"), files.count());
            }
        }

        private Sample orLess(Sample other) {
            return new Sample(
                    Math.min(residentKib, other.residentKib),
                    Math.min(threads, other.threads),
                    Math.min(files, other.files));
        }

        private static long status(String field) throws IOException {
            return Files.readAllLines(PROCESS.resolve("status")).stream()
                    .filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Skips the test where a process cannot know. */
    public static void assumeKnown() {
        Assumptions.assumeTrue(
                Files.isReadable(PROCESS.resolve("status")),
                "This system does not tell what a process holds: " + PROCESS);
    }

    /** To be called {@link #SAMPLES} times, after as many cycles each. */
    public void sample() throws IOException {
        samples.add(Sample.now());
    }

    /** Holds the lowest of the last quarter against the lowest of the second. */
    public void assertFlat(int cycles) {
        System.out.printf(
                "%s after %d cycles, %s after %d.%n",
                samples.get(SAMPLES / 2), cycles / 2, samples.get(SAMPLES - 1), cycles);
        assertThat(growth(Sample::threads)).as("threads left over").isLessThanOrEqualTo(0);
        assertThat(growth(Sample::files)).as("file descriptors left over").isLessThanOrEqualTo(0);
        assertThat(growth(Sample::residentKib)).as("KiB left over").isLessThan(GROWTH_KIB);
    }

    private long growth(ToLongFunction<Sample> what) {
        return lowest(what, SAMPLES * 3 / 4, SAMPLES) - lowest(what, SAMPLES / 4, SAMPLES / 2);
    }

    private long lowest(ToLongFunction<Sample> what, int from, int to) {
        return samples.subList(from, to).stream().mapToLong(what).min().orElseThrow();
    }
}
