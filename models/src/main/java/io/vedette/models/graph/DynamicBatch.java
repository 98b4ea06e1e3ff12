package io.vedette.models.graph;

import ai.onnxruntime.OrtException;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.models.onnx.OnnxSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Makes a graph that takes one frame a run take any number, where its nodes allow it.
 *
 * <p>The new file is written only after runs of both graphs on the same random inputs gave the same
 * outputs; until then it lies beside its place under another name, and is gone after a failure.
 */
public final class DynamicBatch {

    private DynamicBatch() {}

    /**
     * Rewrites a graph.
     *
     * @param file whose inputs have a first dimension of 1
     * @param target the file to write; replaced if it is there
     * @return how the outputs compared
     * @throws GraphChangeException if the graph is of another kind or its outputs would change
     * @throws IOException if a file cannot be read or written
     */
    public static BatchProof rewrite(Path file, Path target) throws IOException {
        byte[] changed = BatchRewriter.rewrite(OnnxFile.read(file).model()).toByteArray();
        Path folder = target.toAbsolutePath().getParent();
        Path trial = Files.createTempFile(folder, "dynamic-batch", ".onnx");
        try {
            Files.write(trial, changed);
            BatchProof proof = prove(file, trial);
            Files.move(trial, target, StandardCopyOption.REPLACE_EXISTING);
            return proof;
        } finally {
            Files.deleteIfExists(trial);
        }
    }

    private static BatchProof prove(Path file, Path trial) {
        DetectorSettings settings = DetectorSettings.defaults();
        try (OnnxSession before = OnnxSession.open(file, settings);
                OnnxSession after = OnnxSession.open(trial, settings)) {
            return BatchProof.of(before, after);
        } catch (OrtException e) {
            throw new GraphChangeException(
                    "The graph does not allow it: %s".formatted(e.getMessage()), e);
        }
    }
}
