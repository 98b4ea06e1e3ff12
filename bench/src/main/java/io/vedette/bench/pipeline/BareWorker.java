package io.vedette.bench.pipeline;

import io.vedette.models.ModelPackage;
import io.vedette.models.OnnxDetector;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.schema.Frame;
import io.vedette.sources.VideoFile;
import java.io.IOException;
import java.util.List;

/** All that a frame needs, in a plain loop: decode, scale, detect. */
final class BareWorker implements Worker {

    private final Clip clip;
    private final ClipAnswers answers;
    private final OnnxDetector detector;
    private VideoFile video;
    private int number;

    private BareWorker(Clip clip, ClipAnswers answers, OnnxDetector detector) throws IOException {
        this.clip = clip;
        this.answers = answers;
        this.detector = detector;
        this.video = clip.open();
    }

    static BareWorker open(
            ModelPackage model, DetectorSettings settings, Clip clip, ClipAnswers answers)
            throws IOException {
        OnnxDetector detector = OnnxDetector.open(model, settings);
        try {
            return new BareWorker(clip, answers, detector);
        } catch (IOException e) {
            detector.close();
            throw e;
        }
    }

    @Override
    public int step() throws IOException {
        Frame frame = next();
        answers.add(number++, detector.detect(List.of(frame)).get(0));
        return 1;
    }

    private Frame next() throws IOException {
        Frame frame = video.next();
        if (frame == null) {
            video.close();
            video = clip.open();
            number = 0;
            frame = video.next();
        }
        if (frame == null) {
            throw new IOException("%s holds no picture any more".formatted(clip.file()));
        }
        return frame;
    }

    @Override
    public void close() {
        video.close();
        detector.close();
    }
}
