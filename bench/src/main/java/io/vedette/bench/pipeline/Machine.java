package io.vedette.bench.pipeline;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was measured on.
 *
 * @param cores that this process may use
 * @param cpu its model, or the architecture where the system does not tell
 * @param java which virtual machine
 * @param collectors of its garbage
 */
public record Machine(
        int cores,
        String cpu,
        String os,
        String java,
        List<String> collectors,
        String onnxRuntime) {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    public static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                processor(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .toList(),
                OrtEnvironment.getEnvironment().getVersion());
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseGet(Machine::architecture);
        } catch (IOException e) {
            return architecture();
        }
    }

    private static String architecture() {
        return System.getProperty("os.arch");
    }
}
