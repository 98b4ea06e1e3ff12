package io.vedette.sources.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.vedette.sources.DecodeDevice;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HardwareDeviceTest {

    @Test
    void theProcessorNeedsNothing() {
        assertThat(HardwareDevice.of(DecodeDevice.CPU).report()).isEqualTo("cpu");
    }

    @Test
    void fallsBackToTheProcessorAndSaysWhy() {
        assumeFalse(Files.exists(Path.of("/dev/nvidiactl")));

        HardwareDevice device = HardwareDevice.of(DecodeDevice.CUDA);

        assertThat(device.context()).isNull();
        assertThat(device.report()).isEqualTo("cpu (not by cuda: there is no /dev/nvidiactl)");
    }

    @Test
    void aDeviceIsTriedOnce() {
        assertThat(HardwareDevice.of(DecodeDevice.AUTO))
                .isSameAs(HardwareDevice.of(DecodeDevice.AUTO));
    }
}
