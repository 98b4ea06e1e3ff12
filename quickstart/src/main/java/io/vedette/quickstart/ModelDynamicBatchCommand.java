package io.vedette.quickstart;

import io.vedette.models.graph.BatchProof;
import io.vedette.models.graph.DynamicBatch;
import io.vedette.models.graph.GraphChangeException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a network that takes one frame a run take any number, and proves the outputs equal. */
@Command(
        name = "dynamic-batch",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a network that takes one frame a run take any number.",
            "The new file is written only if runs of both give the same outputs."
        })
final class ModelDynamicBatchCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The ONNX file.")
    private Path file;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            required = true,
            description = "The ONNX file to write.")
    private Path output;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            BatchProof proof = DynamicBatch.rewrite(file, output);
            PrintWriter out = spec.commandLine().getOut();
            out.printf(
                    "%s takes any batch. Outputs for batches of %s are %s.%n",
                    output,
                    proof.batches(),
                    proof.isExact()
                            ? "the same to the last bit"
                            : "equal within " + proof.largestDifference());
            out.flush();
            return ExitCode.OK;
        } catch (GraphChangeException | IOException e) {
            throw new UserError("%s: %s".formatted(file, e.getMessage()), e);
        }
    }
}
