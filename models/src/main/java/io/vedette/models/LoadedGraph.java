package io.vedette.models;

import ai.onnxruntime.OrtException;
import io.vedette.models.graph.BytesInput;
import io.vedette.models.graph.GraphChangeException;
import io.vedette.models.graph.OnnxFile;
import io.vedette.models.inputs.ModelInput;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.models.onnx.DeviceChoice;
import io.vedette.models.onnx.GraphSignature;
import io.vedette.models.onnx.OnnxSession;
import io.vedette.models.onnx.Preprocessing;
import io.vedette.models.onnx.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The graph of a package on a device, with the pre-processing within it where that is wanted and
 * can be.
 *
 * @param input what the graph takes, which is bytes where the pre-processing is within it
 * @param preprocessing where bytes become numbers; never {@link Preprocessing#AUTO}
 * @param hostReason why that is on the host although the settings want it in the graph
 */
record LoadedGraph(
        OnnxSession session,
        ModelInput input,
        Preprocessing preprocessing,
        Optional<String> hostReason) {

    /**
     * Loads a graph.
     *
     * @throws OrtException if it cannot be run, or the device cannot be had
     */
    static LoadedGraph open(ModelPackage model, DetectorSettings settings, DeviceChoice device)
            throws OrtException {
        if (!settings.preprocessing().isInGraph(device.chosen())) {
            return onHost(model, settings, device, null);
        }
        try {
            BytesInput bytes = bytes(model);
            if (bytes == null) {
                return onHost(model, settings, device, null);
            }
            OnnxSession session =
                    OnnxSession.open(bytes.graph(), model.directory(), settings, device);
            return new LoadedGraph(session, bytes.input(), Preprocessing.GRAPH, Optional.empty());
        } catch (IOException | GraphChangeException | OrtException e) {
            return onHost(model, settings, device, e.getMessage());
        }
    }

    private static LoadedGraph onHost(
            ModelPackage model,
            DetectorSettings settings,
            DeviceChoice device,
            @Nullable String reason)
            throws OrtException {
        OnnxSession session = OnnxSession.open(model.file(), settings, device);
        return new LoadedGraph(
                session, model.input(), Preprocessing.HOST, Optional.ofNullable(reason));
    }

    /** Null where the package does not fit the graph, as a session of the graph will tell. */
    private static @Nullable BytesInput bytes(ModelPackage model) throws IOException {
        OnnxFile file = OnnxFile.read(model.file());
        GraphSignature graph = new GraphSignature(file.inputs(), List.of(), "", Map.of());
        List<String> problems = new ArrayList<>();
        @Nullable Tensor picture = PictureTensor.of(graph, model.input(), problems);
        return picture == null || !problems.isEmpty()
                ? null
                : BytesInput.before(file, picture, model.input());
    }
}
