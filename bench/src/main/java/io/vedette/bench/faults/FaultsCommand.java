package io.vedette.bench.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The fault matrix; fails if a target is missed. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        description = {
            "Breaks a camera in each of the ways that cameras break in, and measures when that is"
                    + " noticed, when the camera is back, what is lost and what its neighbour feels.",
            "All of it takes a quarter of an hour. The exit code is 1 if a target was missed."
        })
public final class FaultsCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(
            names = "--only",
            paramLabel = "FAULT",
            split = ",",
            description = "Only this fault; repeatable. One of ${COMPLETION-CANDIDATES}.",
            completionCandidates = Labels.class)
    private List<String> only = List.of();

    @Option(
            names = "--server",
            paramLabel = "SERVER",
            defaultValue = "both",
            description = "simulator, gstreamer or both (default).")
    private String server;

    @Option(names = "--json", description = "One JSON object for each fault, a line each.")
    private boolean json;

    @Spec private CommandSpec spec;

    /** What {@code --only} takes. */
    static final class Labels implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return FaultKind.labels().iterator();
        }
    }

    @Override
    public Integer call() throws Exception {
        List<FaultKind> faults = faults();
        List<ServerKind> servers = servers();
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            out.println(FaultTable.head());
            out.flush();
        }
        List<FaultResult> results =
                FaultMatrix.run(servers, faults, Pace.THOROUGH, result -> print(out, result));
        return results.stream().allMatch(FaultResult::ok) ? 0 : 1;
    }

    private void print(PrintWriter out, FaultResult result) {
        out.println(json ? json(result) : FaultTable.line(result));
        out.flush();
    }

    private static String json(FaultResult result) {
        try {
            return JSON.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<FaultKind> faults() {
        try {
            return only.isEmpty()
                    ? List.of(FaultKind.values())
                    : only.stream().map(FaultKind::of).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private List<ServerKind> servers() throws Exception {
        ServerKind one = one();
        if (one != null && !one.isInstalled()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Option --server: %s needs %s.".formatted(one.label(), one.needs()));
        }
        if (one == null && !ServerKind.GSTREAMER.isInstalled()) {
            PrintWriter err = spec.commandLine().getErr();
            err.printf("gstreamer is skipped: it needs %s.%n", ServerKind.GSTREAMER.needs());
            err.flush();
            return List.of(ServerKind.SIMULATOR);
        }
        return one == null ? List.of(ServerKind.values()) : List.of(one);
    }

    private @Nullable ServerKind one() {
        if (server.equals("both")) {
            return null;
        }
        return Arrays.stream(ServerKind.values())
                .filter(kind -> kind.label().equals(server))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ParameterException(
                                        spec.commandLine(),
                                        "Option --server must be simulator, gstreamer or both but was '%s'."
                                                .formatted(server)));
    }
}
