package io.vedette.quickstart;

import io.vedette.models.check.ModelCheck;
import io.vedette.models.check.ModelReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries a model package out. Exit code 0 means that it can be used. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Loads a model package, holds it against its network and times it.")
final class ModelCheckCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "DIR",
            description = "The folder with model.yaml, the ONNX file and labels.")
    private Path directory;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        ModelReport report = ModelCheck.check(directory);
        PrintWriter to = report.ok() ? spec.commandLine().getOut() : spec.commandLine().getErr();
        to.print(report.render());
        to.flush();
        return report.ok() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
