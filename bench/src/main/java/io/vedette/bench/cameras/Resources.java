package io.vedette.bench.cameras;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What this process holds, as Linux counts it.
 *
 * @param residentKb memory that is in use, Java's and native
 * @param heapKb what Java's objects take of it, after a collection
 * @param threads of the process
 * @param files open file descriptors
 */
public record Resources(long residentKb, long heapKb, long threads, long files) {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private static final long SETTLING_MILLIS = 1000;

    /** Now, after a garbage collection and a moment in which the compiler gives back its memory. */
    static Resources now() throws IOException, InterruptedException {
        System.gc();
        Thread.sleep(SETTLING_MILLIS);
        Runtime runtime = Runtime.getRuntime();
        long heap = (runtime.totalMemory() - runtime.freeMemory()) / 1024;
        return new Resources(field("VmRSS"), heap, field("Threads"), descriptors());
    }

    private static long field(String name) throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                .findFirst()
                .orElseThrow();
    }

    private static long descriptors() throws IOException {
        try (Stream<Path> open = Files.list(DESCRIPTORS)) {
            return open.count();
        }
    }
}
