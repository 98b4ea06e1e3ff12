package io.vedette.quickstart.cameras.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.quickstart.cameras.TestJpegs;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegPacketizerTest {

    private final JpegPacketizer packetizer = new JpegPacketizer();

    @Test
    void theFirstPacketHasTheTablesAndAllHaveTheOffsets() {
        byte[] jpeg = TestJpegs.noise(320, 240, 1);
        JpegPicture picture = JpegPicture.parse(jpeg);

        List<byte[]> payloads = Payloads.of(packetizer, jpeg);

        assertThat(payloads).hasSizeGreaterThan(3);
        assertThat(payloads.get(0))
                .hasSize(1400)
                .startsWith(0, 0, 0, 0, 1, 255, 40, 30, 0, 0, 0, 128);
        assertThat(Arrays.copyOfRange(payloads.get(0), 12, 76)).isEqualTo(picture.luminance());
        assertThat(Arrays.copyOfRange(payloads.get(0), 76, 140)).isEqualTo(picture.chrominance());
        assertThat(payloads.get(1)).startsWith(0, 0, 1260 >> 8, 1260 & 0xFF, 1, 255, 40, 30);
    }

    @Test
    void theScanIsWholeAndEndsBeforeTheEndMarker() {
        byte[] jpeg = TestJpegs.noise(320, 240, 1);
        JpegPicture picture = JpegPicture.parse(jpeg);

        List<byte[]> payloads = Payloads.of(packetizer, jpeg);

        int scan = payloads.stream().mapToInt(payload -> payload.length - 8).sum() - 132;
        assertThat(scan).isEqualTo(picture.scanLength());
        assertThat(picture.scanFrom() + picture.scanLength()).isEqualTo(jpeg.length - 2);
        byte[] last = payloads.get(payloads.size() - 1);
        byte[] end = Arrays.copyOfRange(jpeg, jpeg.length - 2 - (last.length - 8), jpeg.length - 2);
        assertThat(Arrays.copyOfRange(last, 8, last.length)).isEqualTo(end);
    }

    @Test
    void aSmallPictureIsOnePacket() {
        assertThat(Payloads.of(packetizer, TestJpegs.grey(16, 8))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 80, multiples of 8",
        "80, 100, multiples of 8",
        "2048, 80, 2040 x 2040",
    })
    void sizesThatDoNotFitAreRefused(int width, int height, String rule) {
        byte[] jpeg = TestJpegs.grey(width, height);

        assertThatThrownBy(() -> JpegPicture.parse(jpeg))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(rule)
                .hasMessageContaining(width + " x " + height);
    }

    @Test
    void progressiveOnesAreRefused() {
        byte[] jpeg = TestJpegs.progressive(64, 64);

        assertThatThrownBy(() -> JpegPicture.parse(jpeg)).hasMessageContaining("baseline");
    }

    @Test
    void huffmanTablesOfItsOwnAreRefused() {
        byte[] jpeg = TestJpegs.optimized(64, 64);

        assertThatThrownBy(() -> JpegPicture.parse(jpeg))
                .hasMessageContaining("standard Huffman tables");
    }

    @Test
    void whatEndsWithinItsHeadersIsRefused() {
        byte[] jpeg = Arrays.copyOf(TestJpegs.grey(64, 64), 40);

        assertThatThrownBy(() -> JpegPicture.parse(jpeg))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("within its headers");
    }
}
