package io.vedette.quickstart;

import io.vedette.job.TopicCreation;
import io.vedette.schema.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * A Kafka broker in a process of its own, on the loopback interface.
 *
 * <p>Topics and records are kept between runs. The process never outlives this one, even when this
 * one is killed: it ends when its standard input does, which is held here. Closing waits until the
 * process is gone and its ports are free.
 */
public final class KafkaBroker implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final long POLL_MILLIS = 50;

    private final Process process;
    private final int port;
    private final Path log;

    private KafkaBroker(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /**
     * Starts the broker on a free port and waits until it answers and the topics exist.
     *
     * @param directory keeps its data; an empty or absent one is formatted
     * @param logs receives {@code kafka.log}
     */
    public static KafkaBroker start(Path directory, Path logs) {
        return start(directory, logs, Port.anyFree());
    }

    /**
     * Starts the broker and waits until it answers and the topics exist.
     *
     * @param directory keeps its data; an empty or absent one is formatted
     * @param logs receives {@code kafka.log}
     * @param port for clients
     */
    static KafkaBroker start(Path directory, Path logs, int port) {
        try {
            Path absolute = directory.toAbsolutePath();
            Files.createDirectories(absolute);
            Files.createDirectories(logs);
            leftover(absolute).end();
            KafkaBroker broker = launch(absolute, logs.toAbsolutePath(), port);
            return broker.ready();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start Kafka in " + directory, e);
        }
    }

    /** The broker that an earlier run may have left behind. */
    static Leftover leftover(Path directory) {
        return new Leftover("Kafka", pidFile(directory), propertiesFile(directory));
    }

    private static KafkaBroker launch(Path directory, Path logs, int port) throws IOException {
        Path data = directory.resolve("data");
        Path output = logs.resolve("kafka.out");
        BrokerProperties.write(propertiesFile(directory), data, port, Port.anyFree());
        Process process = ChildProcess.start(command(directory, data, logs), output);
        Files.writeString(pidFile(directory), Long.toString(process.pid()));
        return new KafkaBroker(process, port, logs.resolve("kafka.log"));
    }

    private static List<String> command(Path directory, Path data, Path logs) throws IOException {
        Path arguments = directory.resolve("java.args");
        Files.writeString(
                arguments, "-cp \"" + quoted(System.getProperty("java.class.path")) + '"');
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-Djava.awt.headless=true"));
        command.add("-Dlog4j2.configurationFile=log4j2-kafka.xml");
        command.add("-Dvedette.logs=" + logs);
        command.add("@" + arguments);
        command.add(BrokerMain.class.getName());
        command.add(propertiesFile(directory).toString());
        command.add(data.toString());
        return command;
    }

    private static String quoted(String argument) {
        return argument.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static Path propertiesFile(Path directory) {
        return directory.resolve("server.properties");
    }

    private static Path pidFile(Path directory) {
        return directory.resolve("broker.pid");
    }

    private KafkaBroker ready() {
        try {
            awaitPort();
            try (Admin admin = admin()) {
                TopicCreation.createMissing(admin, Topics.withDefaultPrefix());
            }
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void awaitPort() {
        Instant limit = Instant.now().plus(START_LIMIT);
        while (!answers()) {
            if (endsWithin(Duration.ofMillis(POLL_MILLIS))) {
                throw new UserError(
                        "Kafka ended while starting (exit code %d). The end of %s:%n%s"
                                .formatted(process.exitValue(), log, LogTail.of(log)));
            }
            if (Instant.now().isAfter(limit)) {
                throw new UserError(
                        "Kafka did not answer within %d s. The end of %s:%n%s"
                                .formatted(START_LIMIT.toSeconds(), log, LogTail.of(log)));
            }
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                    (int) POLL_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Admin admin() {
        return Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) bootstrapServers()));
    }

    /** For example {@code 127.0.0.1:9092}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Completes with a sentence for people when the process ends, also when it was asked to. */
    CompletableFuture<String> ended() {
        return process.onExit()
                .thenApply(
                        p -> "Kafka ended (exit code %d), see %s.".formatted(p.exitValue(), log));
    }

    /** Of its process. */
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        Uninterrupted.run(this::stop);
    }

    private void stop() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroy();
        }
        if (!endsWithin(STOP_LIMIT)) {
            process.destroyForcibly();
            endsWithin(STOP_LIMIT);
        }
    }

    private boolean endsWithin(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new Interrupted(e);
        }
    }
}
