package io.vedette.models;

import ai.onnxruntime.OrtException;
import io.vedette.models.onnx.GraphSignature;
import io.vedette.models.onnx.OnnxSession;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ONNX file of a package, opened only when something must be learnt from it. */
final class GraphFile {

    private final @Nullable Path file;
    private final Findings findings;
    private Optional<GraphSignature> signature = Optional.empty();
    private boolean opened;

    /**
     * @param file null where the package names none that is there
     * @param findings takes the problem where it cannot be opened
     */
    GraphFile(@Nullable Path file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /** The graph's signature; empty, with a problem noted once, where there is none. */
    Optional<GraphSignature> signature() {
        if (!opened) {
            opened = true;
            signature = file == null ? Optional.empty() : read(file);
        }
        return signature;
    }

    private Optional<GraphSignature> read(Path present) {
        try {
            return Optional.of(OnnxSession.signatureOf(present));
        } catch (OrtException e) {
            findings.problem(
                    "ONNX Runtime cannot load %s: %s", present.getFileName(), e.getMessage());
            return Optional.empty();
        }
    }
}
