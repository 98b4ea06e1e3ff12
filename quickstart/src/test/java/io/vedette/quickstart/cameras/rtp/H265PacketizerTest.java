package io.vedette.quickstart.cameras.rtp;

import static io.vedette.quickstart.cameras.rtp.Payloads.annexB;
import static io.vedette.quickstart.cameras.rtp.Payloads.nal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class H265PacketizerTest {

    /** IDR_W_RADL, type 19, and the first byte of its fragments, type 49. */
    private static final int IDR = 19 << 1;

    private static final int FRAGMENT = 49 << 1;

    private final H265Packetizer packetizer = new H265Packetizer();

    @Test
    void everyNalUnitThatFitsIsAPacket() {
        byte[] video = {0x40, 0x01, 0x0C};
        byte[] slice = nal(1400, IDR, 1);

        assertThat(Payloads.of(packetizer, annexB(video, slice))).containsExactly(video, slice);
    }

    @Test
    void aNalUnitOfOneByteMoreIsTwoFragments() {
        byte[] slice = nal(1401, IDR, 1);

        List<byte[]> payloads = Payloads.of(packetizer, annexB(slice));

        assertThat(payloads).hasSize(2);
        assertThat(payloads.get(0)).hasSize(1400).startsWith(FRAGMENT, 1, 0x80 | 19);
        assertThat(payloads.get(1)).hasSize(5).startsWith(FRAGMENT, 1, 0x40 | 19);
        assertThat(Payloads.joined(payloads, 3, slice[0], slice[1])).isEqualTo(slice);
    }

    @ParameterizedTest
    @CsvSource({"2796, 2", "2797, 3", "4193, 3", "4194, 4"})
    void fragmentsAreAsFewAsPossible(int length, int packets) {
        byte[] slice = nal(length, IDR, 1);

        List<byte[]> payloads = Payloads.of(packetizer, annexB(slice));

        assertThat(payloads).hasSize(packets).allMatch(payload -> payload.length <= 1400);
        assertThat(payloads.subList(1, packets - 1))
                .allSatisfy(payload -> assertThat(payload).startsWith(FRAGMENT, 1, 19));
        assertThat(Payloads.joined(payloads, 3, slice[0], slice[1])).isEqualTo(slice);
    }

    @Test
    void layerAndTemporalIdSurviveInFragments() {
        byte[] slice = nal(2000, 0x03, 0x0A);

        List<byte[]> payloads = Payloads.of(packetizer, annexB(slice));

        assertThat(payloads)
                .allSatisfy(payload -> assertThat(payload).startsWith(FRAGMENT | 1, 0x0A));
    }

    @Test
    void delimitersAreLeftOut() {
        byte[] slice = {0x02, 0x01, 5};

        assertThat(Payloads.of(packetizer, annexB(new byte[] {35 << 1, 1, 0x50}, slice)))
                .containsExactly(slice);
    }
}
