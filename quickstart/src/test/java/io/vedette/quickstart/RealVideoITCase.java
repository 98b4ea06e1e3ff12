package io.vedette.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.models.Detector;
import io.vedette.models.DetectorSettings;
import io.vedette.models.ModelPackage;
import io.vedette.models.OnnxDetector;
import io.vedette.models.TinyModel;
import io.vedette.models.YoloxNano;
import io.vedette.models.coco.CocoDataset;
import io.vedette.models.coco.CocoDataset.Image;
import io.vedette.models.coco.CocoDetection;
import io.vedette.models.coco.CocoEvaluation;
import io.vedette.schema.Detection;
import io.vedette.schema.FrameResult;
import io.vedette.schema.Json;
import io.vedette.sources.RtspServerProcess;
import io.vedette.sources.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.JobID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The job on videos and cameras as there are, where this machine has them. */
@ExtendWith(SharedSystem.class)
class RealVideoITCase {

    private static final String CAMERA = "slideshow";

    @TempDir Path folder;

    @BeforeEach
    void requireMaterial() {
        assumeTrue(YoloxNano.isPresent(), "skipped: there is no test material at -Dvedette.shared");
    }

    @Test
    void seesInAVideoWhatItSeesInStills(TestPipeline pipeline) throws Exception {
        Path model = YoloxNano.writePackage(folder.resolve("nano"), 0.001f, 0.65f);
        CocoDataset truth = CocoDataset.read(YoloxNano.truth());
        JsonNode slides = slides();
        Path video = SharedData.video("derived/coco_permissive_slideshow.mp4");
        JobID job =
                pipeline.submit(
                        "watch",
                        "--camera=" + CAMERA + "=" + video.toUri() + "?pace=max",
                        "--cameras.bounded=true",
                        "--model.path=" + model);

        pipeline.flink().awaitFinished(job);

        List<FrameResult> results = pipeline.results().await(CAMERA, slides.size());
        assertThat(results).hasSize(slides.size());
        CocoEvaluation inVideo = inVideo(truth, slides, results);
        CocoEvaluation inStills = inStills(truth, model);
        System.out.printf("In the video: %s%nIn the stills: %s%n", inVideo, inStills);
        assertThat(inVideo.ap()).isEqualTo(inStills.ap(), within(0.02));
    }

    @Test
    void anRtspCameraComesBackByItself(TestPipeline pipeline) throws Exception {
        Path video = SharedData.video("car-detection.mp4");
        Path model = TinyModel.writePackage(folder.resolve("tiny"));
        try (RtspServerProcess falling = RtspServerProcess.playing(video);
                RtspServerProcess standing = RtspServerProcess.playing(video)) {
            pipeline.submit(
                    "watch",
                    "--camera=falling=" + falling.uri(),
                    "--camera=standing=" + standing.uri(),
                    "--rtsp.read-timeout=2 s",
                    "--rtsp.reconnect.initial-delay=200 ms",
                    "--rtsp.reconnect.max-delay=1 s",
                    "--model.path=" + model);
            SeenResults results = pipeline.results();
            results.await("falling", 10);
            results.await("standing", 10);

            falling.kill();
            Instant fellAt = Instant.now();
            int meanwhile = results.of("standing").size() + 25;
            results.await("standing", meanwhile);
            Instant stoodUpAt = Instant.now();
            falling.start();

            List<FrameResult> fallen =
                    results.await("falling", seen -> after(seen, stoodUpAt).size() >= 10);
            assertThat(fallen)
                    .isSortedAccordingTo((a, b) -> a.capturedAt().compareTo(b.capturedAt()))
                    .extracting(FrameResult::sequence)
                    .isSorted()
                    .doesNotHaveDuplicates();
            results.await("standing", seen -> !after(seen, stoodUpAt).isEmpty());
            assertThat(results.of("standing"))
                    .filteredOn(r -> isBetween(r, fellAt, stoodUpAt))
                    .hasSizeGreaterThanOrEqualTo(20);
        }
    }

    private static JsonNode slides() throws IOException {
        Path data = YoloxNano.truth().resolveSibling("coco_slideshow_frames.json");
        return Json.mapper().readTree(data.toFile()).required("frames");
    }

    private static CocoEvaluation inVideo(
            CocoDataset truth, JsonNode slides, List<FrameResult> results) {
        List<CocoDetection> found = new ArrayList<>();
        for (FrameResult result : results) {
            JsonNode slide = slides.required((int) result.sequence());
            assertThat(slide.required("frame").asLong()).isEqualTo(result.sequence());
            long image = slide.required("image_id").asLong();
            found.addAll(truth.detections(image, result.detections()));
        }
        return CocoEvaluation.evaluate(truth, found);
    }

    private static CocoEvaluation inStills(CocoDataset truth, Path model) throws IOException {
        List<CocoDetection> found = new ArrayList<>();
        try (Detector detector =
                OnnxDetector.open(ModelPackage.load(model), DetectorSettings.defaults())) {
            for (Image image : truth.images()) {
                List<Detection> answer =
                        detector.detect(List.of(YoloxNano.frame(image, detector.input()))).get(0);
                found.addAll(truth.detections(image.id(), answer));
            }
        }
        return CocoEvaluation.evaluate(truth, found);
    }

    private static List<FrameResult> after(List<FrameResult> results, Instant instant) {
        return results.stream().filter(r -> r.capturedAt().isAfter(instant)).toList();
    }

    private static boolean isBetween(FrameResult result, Instant from, Instant to) {
        return result.capturedAt().isAfter(from) && result.capturedAt().isBefore(to);
    }
}
