package io.vedette.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed cannot stop its parts: they must end by themselves. */
class OrphanITCase {

    @TempDir Path folder;

    @Test
    void brokerAndDatabaseEndWhenTheirParentIsKilled() throws Exception {
        Process parent = startParent();
        List<Long> children = awaitChildren(parent);
        assertThat(children).allMatch(OrphanITCase::isAlive);

        parent.destroyForcibly();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> children.stream().noneMatch(OrphanITCase::isAlive));
    }

    private Process startParent() throws IOException {
        Path arguments = folder.resolve("java.args");
        Files.writeString(arguments, "-cp \"" + System.getProperty("java.class.path") + '"');
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + arguments,
                        Parent.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static List<Long> awaitChildren(Process parent) throws IOException {
        try (BufferedReader lines = parent.inputReader()) {
            return List.of(Long.valueOf(lines.readLine()), Long.valueOf(lines.readLine()));
        }
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Starts both parts, prints their pids and waits to be killed. */
    static final class Parent {

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            Path logs = folder.resolve("logs");
            KafkaBroker broker = KafkaBroker.start(folder.resolve("kafka"), logs, Port.anyFree());
            PostgresServer.start(folder.resolve("postgres"), logs);
            System.out.println(broker.pid());
            Path pidFile = folder.resolve("postgres/data/postmaster.pid");
            System.out.println(Files.readAllLines(pidFile).get(0));
            System.in.read();
        }
    }
}
