package io.vedette.quickstart;

import io.vedette.models.check.ModelCheck;
import io.vedette.models.check.ModelReport;
import io.vedette.models.onnx.DetectorSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries a model package out. Exit code 0 means that it can be used. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Loads a model package, holds it against its network and times it.")
final class ModelCheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = ModelArguments.DESCRIPTION)
    private String location;

    @Mixin private ModelArguments models;

    @Option(
            names = "--image",
            paramLabel = "FILE",
            description = "Also show the model this picture, and print what it sees.")
    private @Nullable Path image;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        ModelReport report =
                ModelCheck.check(models.folder(location), image, DetectorSettings.defaults());
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (json) {
            out.println(report.json());
        } else {
            (report.ok() ? out : err).print(report.text());
        }
        out.flush();
        err.flush();
        return report.ok() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
