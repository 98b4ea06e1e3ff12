package io.vedette.models;

import io.vedette.models.onnx.RawOutput;
import io.vedette.models.outputs.Candidates;
import io.vedette.models.outputs.NonMaximumSuppression;
import io.vedette.models.outputs.OutputDecoder;
import io.vedette.schema.Box;
import io.vedette.schema.Detection;
import io.vedette.schema.Frame;
import io.vedette.schema.Landmark;
import io.vedette.schema.Placement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a frame's detections out of what a network put out. One thread at a time. */
final class FrameReader {

    private static final Logger LOG = LoggerFactory.getLogger(FrameReader.class);

    private final ModelPackage model;
    private final OutputDecoder decoder;
    private final Candidates candidates;
    private final Set<String> warned = new HashSet<>();

    FrameReader(ModelPackage model, OutputDecoder decoder) {
        this.model = model;
        this.decoder = decoder;
        this.candidates = new Candidates(model.labels().size());
    }

    /**
     * What was seen in a frame, most confident first.
     *
     * @param index which frame of the batch, from 0
     */
    List<Detection> read(List<RawOutput> outputs, int index, Frame frame) {
        Placement placement = Objects.requireNonNull(frame.raster()).placement();
        candidates.clear();
        decoder.decode(outputs, index, candidates);
        warnOnce(candidates.notFinite(), "that are not finite");
        warnOnce(candidates.unlabelled(), "of a class without a label");
        SourcePixels source = new SourcePixels(model.output().units(), frame, placement);
        List<Detection> detections = new ArrayList<>();
        for (int i : NonMaximumSuppression.keep(candidates, model.thresholds())) {
            Box box = source.box(candidates, i);
            if (box.width() > 0 && box.height() > 0) {
                int classId = candidates.classId(i);
                String label = model.labels().get(classId);
                float score = candidates.score(i);
                List<Landmark> landmarks = source.landmarks(candidates, i);
                detections.add(new Detection(label, classId, score, box, null, landmarks));
            }
        }
        return detections;
    }

    private void warnOnce(long skipped, String which) {
        if (skipped > 0 && warned.add(which)) {
            LOG.warn("{} puts out boxes {}; they are skipped (said once).", model, which);
        }
    }
}
