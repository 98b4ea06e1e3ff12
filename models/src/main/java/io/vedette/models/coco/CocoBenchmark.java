package io.vedette.models.coco;

import io.vedette.models.Detector;
import io.vedette.models.StillFrame;
import io.vedette.models.coco.CocoDataset.Image;
import io.vedette.models.inputs.ImageFile;
import io.vedette.models.outputs.Thresholds;
import io.vedette.schema.Detection;
import io.vedette.schema.Frame;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Runs a model over the images of a dataset. */
public final class CocoBenchmark {

    private static final float CONFIDENCE = 0.001f;
    private static final float IOU = 0.65f;
    private static final int MAX_DETECTIONS = 100;

    private CocoBenchmark() {}

    /**
     * The thresholds that toolkits score models with: every class of every box of confidence .001
     * and more, overlaps up to .65, at most 100 in an image. A format without non-maximum
     * suppression stays without.
     */
    public static Thresholds thresholds(Thresholds own) {
        return new Thresholds(CONFIDENCE, own.iou() < 1 ? IOU : 1, MAX_DETECTIONS, true);
    }

    /**
     * A model's answers for all images.
     *
     * @param folder that holds the images
     * @param progress is told after each image how many are done
     * @throws IOException naming an image that cannot be read
     */
    public static List<CocoDetection> detect(
            Detector detector, CocoDataset truth, Path folder, IntConsumer progress)
            throws IOException {
        List<CocoDetection> found = new ArrayList<>();
        int done = 0;
        for (Image image : truth.images()) {
            BufferedImage picture = ImageFile.read(folder.resolve(image.file()));
            Frame frame = StillFrame.of(picture, detector.input());
            List<Detection> answer = detector.detect(List.of(frame)).get(0);
            found.addAll(truth.detections(image.id(), answer));
            progress.accept(++done);
        }
        return found;
    }
}
