package io.vedette.quickstart;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts programs that Ctrl-C in the terminal must not reach, since this process stops them in the
 * right order. Their standard input stays open as long as this process lives.
 */
final class ChildProcess {

    private ChildProcess() {}

    /** Starts a program whose output is added to a file. */
    static Process start(List<String> command, Path output) throws IOException {
        return start("exec \"$@\"", command, output);
    }

    /** Starts a line of shell that finds the arguments in its positional parameters. */
    static Process start(String shell, List<String> arguments, Path output) throws IOException {
        List<String> line = new ArrayList<>();
        line.addAll(List.of("/bin/sh", "-c", "trap '' INT HUP; " + shell, "sh"));
        line.addAll(arguments);
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
    }
}
