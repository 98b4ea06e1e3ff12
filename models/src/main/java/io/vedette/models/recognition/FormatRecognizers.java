package io.vedette.models.recognition;

import java.util.Comparator;
import java.util.List;

/** All that Vedette can recognise. */
public final class FormatRecognizers {

    private static final List<FormatRecognizer> ALL =
            List.of(
                    new YunetRecognizer(),
                    new ScrfdRecognizer(),
                    new RawAnchorsRecognizer(),
                    new YoloFastestV2Recognizer(),
                    new AnchorFreeHeadsRecognizer(),
                    new Yolov8HeadsRecognizer(),
                    new AnchorHeadsRecognizer(),
                    new FinishedTensorsRecognizer(),
                    new FinishedRowsRecognizer(),
                    new LandmarkRowsRecognizer(),
                    new QueriesRecognizer(),
                    new BoxesAndScoresRecognizer(),
                    new RowsRecognizer(),
                    new ClassifierRecognizer());

    private FormatRecognizers() {}

    /** What a graph's outputs may mean, the surest first; empty where nothing fits. */
    public static List<Guess> recognize(Observation seen) {
        if (UnknownOutputs.isOfAnotherTask(seen)) {
            return List.of();
        }
        return ALL.stream()
                .flatMap(recognizer -> recognizer.recognize(seen).stream())
                .sorted(Comparator.comparing(Guess::sureness))
                .toList();
    }
}
