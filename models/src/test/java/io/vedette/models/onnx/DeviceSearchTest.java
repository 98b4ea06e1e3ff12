package io.vedette.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import io.vedette.models.onnx.DeviceChoice.PassedOver;
import io.vedette.models.onnx.DeviceSearch.Found;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DeviceSearchTest {

    private static final String ON_REQUEST =
            "only when asked for, since it builds an engine for minutes at every load";

    @Test
    void fallsBackToTheCpuAndSaysWhy() throws OrtException {
        Found<String> found = search(OrtProvider.CPU).find(Device.AUTO, Device::key);

        assertThat(found.made()).isEqualTo("cpu");
        assertThat(found.choice())
                .hasToString(
                        "cpu (not tensorrt: "
                                + ON_REQUEST
                                + "; cuda: this build of ONNX Runtime has only [CPU]; openvino:"
                                + " this build of ONNX Runtime has only [CPU])");
    }

    @Test
    void takesTheFirstThatWorks() throws OrtException {
        Found<String> found =
                search(OrtProvider.CUDA, OrtProvider.OPEN_VINO, OrtProvider.CPU)
                        .find(Device.AUTO, DeviceSearchTest::withoutGpu);

        assertThat(found.choice().chosen()).isEqualTo(Device.OPENVINO);
        assertThat(found.choice().passedOver())
                .containsExactly(
                        new PassedOver(Device.TENSORRT, ON_REQUEST),
                        new PassedOver(Device.CUDA, "no driver"),
                        new PassedOver(Device.CPU, "comes later"));
    }

    @Test
    void doesNotFallBackFromADeviceThatIsAskedFor() {
        DeviceSearch search = search(OrtProvider.CUDA, OrtProvider.CPU);

        assertThatThrownBy(() -> search.find(Device.CUDA, DeviceSearchTest::withoutGpu))
                .isInstanceOf(OrtException.class)
                .hasMessage("no driver");
    }

    @Test
    void saysThatTheLibraryLacksADeviceThatIsAskedFor() {
        assertThatThrownBy(() -> search(OrtProvider.CPU).find(Device.TENSORRT, Device::key))
                .isInstanceOf(OrtException.class)
                .hasMessage("Device 'tensorrt': this build of ONNX Runtime has only [CPU].");
    }

    @Test
    void aBrokenModelIsNotBlamedOnADevice() {
        DeviceSearch search = search(OrtProvider.CUDA, OrtProvider.CPU);

        assertThatThrownBy(
                        () ->
                                search.find(
                                        Device.AUTO,
                                        device -> {
                                            throw new OrtException("no graph on " + device.key());
                                        }))
                .hasMessage("no graph on cpu");
    }

    private static String withoutGpu(Device device) throws OrtException {
        if (device == Device.CUDA) {
            throw new OrtException("no driver");
        }
        return device.key();
    }

    private static DeviceSearch search(OrtProvider... providers) {
        return new DeviceSearch(Set.of(providers));
    }
}
