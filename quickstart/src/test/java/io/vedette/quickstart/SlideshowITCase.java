package io.vedette.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.models.Detector;
import io.vedette.models.ModelPackage;
import io.vedette.models.OnnxDetector;
import io.vedette.models.YoloxNano;
import io.vedette.models.coco.CocoDataset;
import io.vedette.models.coco.CocoDetection;
import io.vedette.models.coco.CocoEvaluation;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.schema.FrameResult;
import io.vedette.schema.Json;
import io.vedette.schema.Topics;
import io.vedette.sources.SharedData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Pictures seen as a video through the whole pipeline, against the same pictures as stills. */
@ExtendWith(SharedSystem.class)
final class SlideshowITCase {

    private static final Path DATA =
            Path.of(System.getProperty("vedette.shared", "")).toAbsolutePath().resolve("data");

    @TempDir Path folder;

    @Test
    void seesInAVideoWhatItSeesInStills(KafkaBroker kafka) throws Exception {
        Assumptions.assumeTrue(
                YoloxNano.isPresent(),
                "YOLOX-nano and its pictures are absent; 'vedette.shared' names their folder.");
        Path model = YoloxNano.writePackage(folder.resolve("yolox-nano/1"), 0.001f, 0.65f);
        CocoDataset truth = CocoDataset.read(DATA.resolve("truth/coco_val_permissive.json"));

        CocoEvaluation stills = stills(model, truth);
        CocoEvaluation video = video(kafka, model, truth);

        System.out.printf("Stills: %s; slideshow: %s%n", stills, video);
        assertThat(video.ap()).isEqualTo(stills.ap(), within(0.02));
        assertThat(video.ap50()).isEqualTo(stills.ap50(), within(0.02));
    }

    private static CocoEvaluation stills(Path model, CocoDataset truth) throws Exception {
        List<CocoDetection> found = new ArrayList<>();
        try (Detector detector =
                OnnxDetector.open(ModelPackage.load(model), DetectorSettings.defaults())) {
            for (CocoDataset.Image image : truth.images()) {
                var frame = YoloxNano.frame(image, detector.input());
                found.addAll(truth.detections(image.id(), detector.detect(List.of(frame)).get(0)));
            }
        }
        return CocoEvaluation.evaluate(truth, found);
    }

    private static CocoEvaluation video(KafkaBroker kafka, Path model, CocoDataset truth)
            throws Exception {
        Topics topics = WholePathITCase.topics(kafka, "slideshow");
        Path slideshow = SharedData.video("derived/coco_permissive_slideshow.mp4");
        try (TestCluster flink = TestCluster.start()) {
            flink.run(
                    WholePathITCase.options(kafka, topics, "--mode", "watch")
                            .and("--model.path", model.toString(), "--cameras.bounded", "true")
                            .and("--camera", "slides=file:" + slideshow + "?pace=max")
                            .toArray());
        }
        JsonNode frames =
                Json.mapper()
                        .readTree(
                                Files.readAllBytes(
                                        DATA.resolve("truth/coco_slideshow_frames.json")))
                        .get("frames");
        List<CocoDetection> found = new ArrayList<>();
        for (FrameResult result : WholePathITCase.results(kafka, topics, frames.size())) {
            long image = frames.get((int) result.sequence()).get("image_id").asLong();
            found.addAll(truth.detections(image, result.detections()));
        }
        return CocoEvaluation.evaluate(truth, found);
    }
}
