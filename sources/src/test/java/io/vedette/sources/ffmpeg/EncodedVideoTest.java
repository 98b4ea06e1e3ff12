package io.vedette.sources.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.sources.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodedVideoTest {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "bottle-detection.mp4, H264, 1189, 640",
        "asl_book.mkv, H264, 109, 640",
        "media3_sample_h264_iframes_only.ts, H264, 30, 854",
        "derived/car_hevc.mp4, H265, 75, 768",
        "media3_h265_bframes.mp4, H265, 30, 854",
        "derived/car_mjpeg.avi, MJPEG, 50, 768",
    })
    void everyPictureOfAFileComesInDecodingOrder(
            String name, EncodedCodec codec, int pictures, int width) throws IOException {
        try (EncodedFile file = EncodedFile.open(SharedData.video(name))) {
            List<AccessUnit> units = units(file);

            assertThat(file.codec()).isEqualTo(codec);
            assertThat(file.width()).isEqualTo(width);
            assertThat(units).hasSize(pictures);
            assertThat(units.get(0).key()).isTrue();
            assertThat(units).extracting(AccessUnit::decodedAt).isSorted().doesNotHaveDuplicates();
            assertThat(units)
                    .allSatisfy(
                            unit ->
                                    assertThat(unit.presentedAt())
                                            .isGreaterThanOrEqualTo(unit.decodedAt()));
        }
    }

    @Test
    void lengthsBecomeStartCodesAndParameterSetsComeFirst() throws IOException {
        try (EncodedFile file = EncodedFile.open(SharedData.video("car-detection.mp4"))) {
            assertThat(file.next().data()).containsSequence(0, 0, 0, 1, 0x67);
        }
    }

    private static List<AccessUnit> units(EncodedFile file) throws IOException {
        List<AccessUnit> units = new ArrayList<>();
        for (AccessUnit unit = file.next(); unit != null; unit = file.next()) {
            units.add(unit);
        }
        return units;
    }

    @Test
    void whatIsNoVideoIsNamed() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "nothing to see");

        assertThatThrownBy(() -> EncodedFile.open(text))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("notes.txt");
    }

    @Test
    void encodedPicturesBeginWithAKeyAndItsParameterSets() throws IOException {
        byte[] picture = new byte[64 * 48 * 3];
        try (H264Encoder encoder = new H264Encoder(64, 48, 25, 10)) {
            List<AccessUnit> units = new ArrayList<>();
            for (int i = 0; i < 21; i++) {
                picture[i * 30] = 127;
                units.add(encoder.encode(picture, i));
            }

            assertThat(units)
                    .extracting(AccessUnit::key)
                    .containsExactly(
                            IntStream.range(0, 21)
                                    .mapToObj(i -> i % 10 == 0)
                                    .toArray(Boolean[]::new));
            assertThat(units.get(10).data()).startsWith(0, 0, 0, 1, 0x67);
            assertThat(units.get(10).presentedAt()).isEqualTo(36_000);
        }
    }

    @Test
    void oddSizesAreRefused() {
        assertThatThrownBy(() -> new H264Encoder(65, 48, 25, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("65 x 48");
    }
}
