package io.vedette.quickstart.cameras.rtp;

import static io.vedette.quickstart.cameras.rtp.Payloads.annexB;
import static io.vedette.quickstart.cameras.rtp.Payloads.nal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class H264PacketizerTest {

    private static final int IDR = 0x65;

    private final H264Packetizer packetizer = new H264Packetizer();

    @Test
    void everyNalUnitThatFitsIsAPacket() {
        byte[] sequence = {0x67, 0x42, 0x00, 0x1F};
        byte[] picture = {0x68, (byte) 0xCE, 0x3C};
        byte[] slice = nal(1400, IDR);

        List<byte[]> payloads = Payloads.of(packetizer, annexB(sequence, picture, slice));

        assertThat(payloads).containsExactly(sequence, picture, slice);
    }

    @Test
    void aNalUnitOfOneByteMoreIsTwoFragments() {
        byte[] slice = nal(1401, IDR);

        List<byte[]> payloads = Payloads.of(packetizer, annexB(slice));

        assertThat(payloads).hasSize(2);
        assertThat(payloads.get(0)).hasSize(1400).startsWith(0x7C, 0x85);
        assertThat(payloads.get(1)).hasSize(4).startsWith(0x7C, 0x45);
        assertThat(Payloads.joined(payloads, 2, slice[0])).isEqualTo(slice);
    }

    @ParameterizedTest
    @CsvSource({"2797, 2", "2798, 3", "4195, 3", "4196, 4"})
    void fragmentsAreAsFewAsPossible(int length, int packets) {
        byte[] slice = nal(length, IDR);

        List<byte[]> payloads = Payloads.of(packetizer, annexB(slice));

        assertThat(payloads).hasSize(packets).allMatch(payload -> payload.length <= 1400);
        assertThat(payloads.subList(1, packets - 1))
                .allSatisfy(payload -> assertThat(payload).startsWith(0x7C, 0x05));
        assertThat(Payloads.joined(payloads, 2, slice[0])).isEqualTo(slice);
    }

    @Test
    void delimitersEndsAndFillerAreLeftOut() {
        byte[] slice = {0x41, 1, 2};

        List<byte[]> payloads =
                Payloads.of(
                        packetizer,
                        annexB(
                                new byte[] {0x09, 0x10},
                                slice,
                                new byte[] {0x0C, 5},
                                new byte[] {0x0A},
                                new byte[] {0x0B}));

        assertThat(payloads).containsExactly(slice);
    }
}
