package io.vedette.bench.cameras;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Many cameras, and cameras that come and go; fails if a target is missed. */
@Command(
        name = "cameras",
        mixinStandardHelpOptions = true,
        description = {
            "Opens many simulated cameras at once, adds and removes them and breaks them off a"
                    + " thousand times, and slows the job down tenfold, and measures what that costs.",
            "All of it takes three minutes. The exit code is 1 if a target was missed."
        })
public final class CamerasCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "64",
            description = "How many are opened at once (default ${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--cycles",
            paramLabel = "N",
            defaultValue = "1000",
            description =
                    "How often cameras come and go, and reconnect (default ${DEFAULT-VALUE}).")
    private int cycles;

    @Option(
            names = "--slow-seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "How long the job is slowed down (default ${DEFAULT-VALUE}).")
    private int slowSeconds;

    @Option(names = "--json", description = "One JSON object for each measure, a line each.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        require("--count", count, FleetMain.CAMERAS);
        require("--cycles", cycles, Integer.MAX_VALUE);
        require("--slow-seconds", slowSeconds, Integer.MAX_VALUE);
        List<Measure> measures = new ArrayList<>();
        PrintWriter out = spec.commandLine().getOut();
        CameraBench.run(
                count,
                cycles,
                Duration.ofSeconds(slowSeconds),
                measure -> {
                    measures.add(measure);
                    out.println(json ? json(measure) : measure.text());
                    out.flush();
                });
        return measures.stream().allMatch(Measure::ok) ? 0 : 1;
    }

    private void require(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Option %s must be 1 to %d but was %d.".formatted(option, most, value));
        }
    }

    private static String json(Measure measure) {
        try {
            return JSON.writeValueAsString(measure);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
