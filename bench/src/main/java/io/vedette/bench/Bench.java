package io.vedette.bench;

import io.vedette.bench.cameras.CamerasCommand;
import io.vedette.bench.faults.FaultsCommand;
import io.vedette.bench.gpu.GpuCommand;
import io.vedette.bench.live.LiveCommand;
import io.vedette.bench.pipeline.PipelineCommand;
import io.vedette.schema.CameraUri;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** Measurements of the whole, as commands; those of single steps are JMH benchmarks. */
@Command(
        name = "vedette bench",
        description = "Measures what Vedette does.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            FaultsCommand.class,
            CamerasCommand.class,
            GpuCommand.class,
            PipelineCommand.class,
            LiveCommand.class
        })
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Bench())
                .setExecutionExceptionHandler(Bench::report)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
    }

    private static int report(Exception failure, CommandLine command, ParseResult ignored) {
        PrintWriter err = command.getErr();
        if (failure instanceof IOException) {
            err.println(CameraUri.redact(String.valueOf(failure.getMessage())));
        } else {
            failure.printStackTrace(err);
        }
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }
}
