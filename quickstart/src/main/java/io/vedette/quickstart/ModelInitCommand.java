package io.vedette.quickstart;

import static java.util.Objects.requireNonNull;

import io.vedette.models.init.InitException;
import io.vedette.models.init.InitReport;
import io.vedette.models.init.InitRequest;
import io.vedette.models.init.InitRequest.LabelledPictures;
import io.vedette.models.init.ModelInit;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a first model package. Exit code 0 means that it is there, if with fields to fill in. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a first model package for an ONNX file.",
            "The network is shown a picture; what it is taken for is printed field by field."
        })
final class ModelInitCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The network, an ONNX file.")
    private Path file;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "The package folder; NAME/1 by default.")
    private @Nullable Path output;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The name of the model; that of the file by default.")
    private @Nullable String name;

    @Option(names = "--force", description = "Replace files of the package that are there.")
    private boolean force;

    @ArgGroup(exclusive = false)
    private @Nullable Labelled labelled;

    /** Pictures that settle what the network does not tell. */
    private static final class Labelled {

        @Option(
                names = "--coco",
                paramLabel = "JSON",
                required = true,
                description =
                        "Annotations in the COCO format. With them the order of colours, the scale"
                                + " and the fit are tried on up to 50 labelled pictures.")
        private @Nullable Path annotations;

        @Option(
                names = "--images",
                paramLabel = "DIR",
                required = true,
                description = "The folder with the labelled pictures.")
        private @Nullable Path folder;

        private LabelledPictures pictures() {
            return new LabelledPictures(requireNonNull(annotations), requireNonNull(folder));
        }
    }

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            InitReport report =
                    ModelInit.write(
                            new InitRequest(
                                    file,
                                    output,
                                    name,
                                    force,
                                    labelled == null ? null : labelled.pictures()));
            PrintWriter out = spec.commandLine().getOut();
            out.print(json ? report.json() + System.lineSeparator() : report.text());
            out.flush();
            return ExitCode.OK;
        } catch (InitException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }
}
