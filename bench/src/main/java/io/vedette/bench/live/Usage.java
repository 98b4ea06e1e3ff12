package io.vedette.bench.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a process took.
 *
 * @param cores that it kept busy
 * @param residentMb memory in use at the end, Java's and native; absent where Linux does not say
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Usage(double cores, @Nullable Long residentMb) {

    private static final String RESIDENT = "VmRSS:";
    private static final long KB_PER_MB = 1024;

    static Usage of(ProcessHandle process, ProcessorTime before, ProcessorTime after) {
        double cores = after.coresSince(before);
        return new Usage(Figures.rounded(cores), residentMb(process.pid()));
    }

    /** For people. */
    String text() {
        return residentMb == null
                ? "%s cores".formatted(cores)
                : "%s cores %d MB".formatted(cores, residentMb);
    }

    private static @Nullable Long residentMb(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/%d/status".formatted(pid))).stream()
                    .filter(line -> line.startsWith(RESIDENT))
                    .map(line -> Long.parseLong(line.replaceAll("\\D+", "")) / KB_PER_MB)
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            return null;
        }
    }
}
