package io.vedette.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class DetectorSettingsTest {

    @Test
    void oneGpuIsExchangedForAnotherOfTheSameLimit() {
        DetectorSettings first = new DetectorSettings(2, Device.CUDA, new Gpu(0, 1 << 20));

        DetectorSettings second = first.withGpu(1);

        assertThat(second.gpu()).isEqualTo(new Gpu(1, 1 << 20));
        assertThat(second.withGpu(0)).isEqualTo(first);
    }

    @Test
    void oneThingIsChangedAndTheOthersStay() {
        DetectorSettings settings = new DetectorSettings(2, Device.CUDA, new Gpu(1, 1 << 20));
        TensorRt tensorRt = new TensorRt(false, "/var/cache/engines");

        DetectorSettings changed =
                settings.withPreprocessing(Preprocessing.HOST).withBatch(8).withTensorRt(tensorRt);

        assertThat(changed)
                .isEqualTo(
                        new DetectorSettings(
                                2,
                                Device.CUDA,
                                new Gpu(1, 1 << 20),
                                Preprocessing.HOST,
                                8,
                                tensorRt));
    }

    @Test
    void refusesABatchBelowNothing() {
        assertThatThrownBy(() -> DetectorSettings.defaults().withBatch(-1))
                .hasMessage("Detector batch must not be negative but was -1.");
    }
}
