package io.vedette.bench.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.schema.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the script of a peer in a process of its own, which never outlives the call.
 *
 * <p>With {@code --check} it only says whether it could run: that what it imports is there, and
 * that it knows the model's format.
 */
final class PeerScript {

    private static final Path SCRIPTS =
            Path.of(System.getProperty("vedette.home", "")).resolve("bench/peers").toAbsolutePath();
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final int REASON_LINES = 3;

    private final PipelineSettings settings;
    private final Clip clip;

    PeerScript(PipelineSettings settings, Clip clip) {
        this.settings = settings;
        this.clip = clip;
    }

    /** What a script says at its end, as one line of JSON. */
    record Answer(String name, String version, double fps, long frames) {}

    /** What it is called, without running it. */
    record Identity(String name, String version) {}

    /**
     * Whether it can run.
     *
     * @throws IOException saying why it cannot
     */
    Identity check(Peer peer) throws IOException, InterruptedException {
        return Json.read(run(peer, List.of("--check")), Identity.class);
    }

    /**
     * Measures it, once.
     *
     * @throws IOException if it fails
     */
    Answer measure(Peer peer) throws IOException, InterruptedException {
        Answer answer = Json.read(run(peer, List.of()), Answer.class);
        if (answer.frames() < 1 || !(answer.fps() > 0)) {
            throw new IOException("%s did no frame".formatted(peer.name()));
        }
        return answer;
    }

    private byte[] run(Peer peer, List<String> more) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("vedette-peer", ".log");
        Path output = Files.createTempFile("vedette-peer", ".json");
        try {
            List<String> command = new ArrayList<>(command(peer));
            command.addAll(more);
            Process process =
                    new ProcessBuilder(command)
                            .redirectOutput(output.toFile())
                            .redirectError(errors.toFile())
                            .start();
            finish(peer, process, errors);
            return lastLine(Files.readString(output)).getBytes(UTF_8);
        } finally {
            Files.delete(errors);
            Files.delete(output);
        }
    }

    private void finish(Peer peer, Process process, Path errors)
            throws IOException, InterruptedException {
        Duration limit = START_LIMIT.plus(settings.warmUp()).plus(settings.measured());
        try {
            process.getOutputStream().close();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(
                        "%s did not end within %d s".formatted(peer.name(), limit.toSeconds()));
            }
            if (process.exitValue() != 0) {
                throw new IOException(reason(Files.readString(errors)));
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private List<String> command(Peer peer) {
        return List.of(
                peer.python().toString(),
                SCRIPTS.resolve(peer.name() + ".py").toString(),
                "--model",
                settings.model().file().toString(),
                "--format",
                settings.model().output().format().key(),
                "--size",
                "%dx%d".formatted(clip.spec().width(), clip.spec().height()),
                "--confidence",
                Float.toString(settings.model().thresholds().confidence()),
                "--iou",
                Float.toString(settings.model().thresholds().iou()),
                "--video",
                clip.file().toAbsolutePath().toString(),
                "--streams",
                Integer.toString(settings.cameras()),
                "--warm-up",
                Long.toString(settings.warmUp().toSeconds()),
                "--seconds",
                Long.toString(settings.measured().toSeconds()));
    }

    private static String lastLine(String output) {
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    private static String reason(String errors) {
        List<String> lines = errors.lines().filter(line -> !line.isBlank()).toList();
        return String.join(
                " ", lines.subList(Math.max(0, lines.size() - REASON_LINES), lines.size()));
    }
}
