package io.vedette.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import io.vedette.models.onnx.DeviceChoice.PassedOver;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DeviceSearchTest {

    private static final String ON_REQUEST =
            "only when asked for, since it builds an engine for minutes at every load";

    @Test
    void fallsBackToTheCpuAndSaysWhy() throws OrtException {
        DeviceChoice choice = search(OrtProvider.CPU).find(Device.AUTO, device -> device);

        assertThat(choice)
                .hasToString(
                        "cpu (not tensorrt: "
                                + ON_REQUEST
                                + "; cuda: this build of ONNX Runtime has only [CPU]; openvino:"
                                + " this build of ONNX Runtime has only [CPU])");
    }

    @Test
    void takesTheFirstThatWorks() throws OrtException {
        DeviceChoice choice =
                search(OrtProvider.CUDA, OrtProvider.OPEN_VINO, OrtProvider.CPU)
                        .find(Device.AUTO, DeviceSearchTest::withoutGpu);

        assertThat(choice.chosen()).isEqualTo(Device.OPENVINO);
        assertThat(choice.passedOver())
                .containsExactly(
                        new PassedOver(Device.TENSORRT, ON_REQUEST),
                        new PassedOver(Device.CUDA, "no driver"),
                        new PassedOver(Device.CPU, "comes later"));
    }

    @Test
    void passesADeviceOverOnWhichTheNetworkLoadsButDoesNotRun() throws OrtException {
        DeviceChoice choice =
                search(OrtProvider.CUDA, OrtProvider.CPU)
                        .find(Device.AUTO, DeviceSearchTest::outOfMemory);

        assertThat(choice.chosen()).isEqualTo(Device.CPU);
        assertThat(choice.passedOver())
                .contains(new PassedOver(Device.CUDA, "the network fails to run"));
    }

    @Test
    void doesNotFallBackFromADeviceThatIsAskedFor() {
        DeviceSearch search = search(OrtProvider.CUDA, OrtProvider.CPU);

        assertThatThrownBy(() -> search.find(Device.CUDA, DeviceSearchTest::withoutGpu))
                .isInstanceOf(OrtException.class)
                .hasMessage("Device 'cuda': no driver");
    }

    @Test
    void saysThatTheLibraryLacksADeviceThatIsAskedFor() {
        assertThatThrownBy(() -> search(OrtProvider.CPU).find(Device.TENSORRT, device -> device))
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
                                            throw new OrtException(
                                                    "no graph on " + device.chosen());
                                        }))
                .hasMessage("no graph on CPU");
    }

    private static DeviceChoice withoutGpu(DeviceChoice device) throws OrtException {
        if (device.chosen() == Device.CUDA) {
            throw new OrtException("no driver");
        }
        return device;
    }

    private static DeviceChoice outOfMemory(DeviceChoice device) {
        if (device.chosen() == Device.CUDA) {
            throw new IllegalStateException("the network fails to run");
        }
        return device;
    }

    private static DeviceSearch search(OrtProvider... providers) {
        return new DeviceSearch(Set.of(providers));
    }
}
