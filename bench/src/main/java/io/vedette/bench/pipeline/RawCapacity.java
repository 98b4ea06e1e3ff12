package io.vedette.bench.pipeline;

import io.vedette.models.ModelPackage;
import io.vedette.models.onnx.DetectorSettings;
import java.nio.file.Path;
import java.time.Duration;

/** What ONNX Runtime alone does on this machine, with sessions that each have their own thread. */
public final class RawCapacity {

    private RawCapacity() {}

    /**
     * Measures it once.
     *
     * @param video whose first picture is what the network sees
     * @param warmUp how long it works before that at least
     * @return frames a second of all sessions together
     */
    public static double measure(
            ModelPackage model,
            int sessions,
            DetectorSettings settings,
            Path video,
            Duration warmUp,
            Duration measured)
            throws Exception {
        Clip clip = Clip.of(video, model.rasterSpec());
        Worker.Maker maker = () -> RawWorker.open(model, settings, clip);
        return Crew.measure("raw", sessions, maker, new WarmUp(warmUp), measured).fps();
    }
}
