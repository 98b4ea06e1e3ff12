package io.vedette.models.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Labels that are none, and files that are links, pipes and folders. */
final class HostileFiles {

    private final List<HostilePackage> all = new ArrayList<>();
    private final Random random;

    HostileFiles(Random random) {
        this.random = random;
    }

    List<HostilePackage> all() {
        addLabels("empty", new byte[0]);
        addLabels("no text", random(1_000));
        addLabels("zeros", new byte[1_000]);
        addLabels("one long line", "x".repeat(3 << 20).getBytes(UTF_8));
        addLabels("blank", "\n".repeat(1 << 20).concat("x").getBytes(UTF_8));
        addLabels("all the same", "x\n".repeat(1 << 20).getBytes(UTF_8));
        addLabels("huge", new byte[16 << 20]);
        addLabels("odd breaks", "blue\r\ngreen\rred\u2028x\u0085".getBytes(UTF_8));
        for (String file : List.of("model.yaml", "labels.txt", "model.onnx")) {
            for (String target :
                    List.of("/etc/passwd", "/dev/zero", "/proc/self/environ", "..", "nowhere")) {
                replace(file, "a link to " + target, it -> link(it, Path.of(target)));
            }
            replace(file, "a link to itself", it -> link(it, it.getFileName()));
            replace(file, "a folder", Files::createDirectory);
            replace(file, "a pipe", HostileFiles::makePipe);
            replace(file, "missing", it -> {});
        }
        return all;
    }

    private void addLabels(String name, byte[] text) {
        replace("labels.txt", name, file -> Files.write(file, text));
    }

    private void replace(String file, String name, HostilePackage.Harm harm) {
        all.add(
                new HostilePackage(
                        "%s: %s".formatted(file, name),
                        folder -> {
                            Files.delete(folder.resolve(file));
                            harm.to(folder.resolve(file));
                        }));
    }

    private static void link(Path link, Path target) throws IOException {
        Files.createSymbolicLink(link, target);
    }

    private static void makePipe(Path pipe) throws IOException {
        try {
            new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private byte[] random(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }
}
