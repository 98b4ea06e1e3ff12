package io.vedette.quickstart;

import io.vedette.schema.CameraUri;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;

/** The command line. */
@Command(
        name = "vedette",
        description = "Watches live video with a model and reports what it sees.",
        mixinStandardHelpOptions = true,
        versionProvider = Vedette.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DetectCommand.class,
            ModelCommand.class,
            CamerasCommand.class,
            ScenesCommand.class
        })
final class Vedette {

    private Vedette() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Vedette())
                .setExecutionExceptionHandler(Vedette::report)
                .setUsageHelpAutoWidth(true);
    }

    /** Says what went wrong; only a fault of ours shows its stack trace. */
    private static int report(Exception failure, CommandLine command, ParseResult ignored) {
        PrintWriter err = command.getErr();
        if (failure instanceof UserError) {
            err.println(CameraUri.redact(String.valueOf(failure.getMessage())));
        } else {
            failure.printStackTrace(err);
        }
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** The version that the build wrote down. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() throws IOException {
            Properties properties = new Properties();
            try (InputStream in = Vedette.class.getResourceAsStream("version.properties")) {
                properties.load(in);
            }
            return new String[] {"vedette " + properties.getProperty("version")};
        }
    }
}
