package io.vedette.sources.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.sources.DecodedFrame;
import io.vedette.sources.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes where few pictures are wanted, against all that there are. */
class SavedDecodingITCase {

    private static final long LAST_KEY = 125;

    @TempDir private Path folder;

    private record Seen(long number, Duration mediaTime, long fingerprint, boolean damaged) {}

    @ParameterizedTest
    @CsvSource({
        "derived/coco_permissive_slideshow.mp4, 0.25, 16",
        "derived/car_mjpeg.avi, 1, 16",
        "media3_sample_h264_iframes_only.ts, 3, 20"
    })
    void keyPicturesAloneHaveTheNumbersThatTheyHadAmongAll(String video, double wanted, int most)
            throws IOException {
        List<Seen> all = played(video, null);

        List<Seen> some = played(video, wanted);

        assertThat(some).isNotEmpty().allSatisfy(seen -> assertSame(seen, all));
        assertThat(some.size()).isLessThan(most);
    }

    @ParameterizedTest
    @CsvSource({
        "bottle-detection.mp4, 5",
        "media3_bbb_800x640_768kbps_30fps_avc_pyramid_3b.mp4, 5",
        "torchcodec_nasa_13013.mp4, 2",
        "udacity_solidWhiteRight.mp4, 3"
    })
    void noFewerComeThanAreWantedAndAllAreSound(String video, double wanted) throws IOException {
        List<Seen> all = played(video, null);

        List<Seen> some = played(video, wanted);

        double seconds = all.get(all.size() - 1).mediaTime().toMillis() / 1000.0;
        assertThat((double) some.size()).isGreaterThan(0.95 * wanted * seconds);
        assertThat(some)
                .allSatisfy(
                        seen -> {
                            assertThat(seen.damaged()).isFalse();
                            assertThat(all)
                                    .anySatisfy(
                                            one ->
                                                    assertThat(one.fingerprint())
                                                            .isEqualTo(seen.fingerprint()));
                            assertThat(seen.number()).isLessThan(all.size());
                        });
    }

    @ParameterizedTest
    @CsvSource({"libopenh264, mp4", "libopenh264, ts", "mpeg4, avi"})
    void noPictureIsLostWhereKeyPicturesStopWhileOnlyTheyAreDecoded(
            String encoder, String container) throws IOException {
        Path film =
                new TestFilm(encoder, "yuv420p", 64, 48)
                        .write(
                                folder.resolve("film." + container),
                                250,
                                false,
                                picture -> picture % 25 == 0 && picture <= LAST_KEY);

        List<Seen> seen = played(film, 1.0);

        List<Long> numbers = seen.stream().map(Seen::number).toList();
        int atLastKey = numbers.indexOf(LAST_KEY);
        assertThat(numbers.subList(0, atLastKey))
                .contains(75L, 100L)
                .doesNotContain(76L, 99L, 101L, 124L);
        assertThat(numbers.subList(atLastKey, numbers.size()))
                .isEqualTo(LongStream.range(LAST_KEY, 250).boxed().toList());
        assertThat(seen)
                .allSatisfy(
                        one -> {
                            assertThat(one.damaged()).isFalse();
                            assertThat(one.mediaTime().toMillis())
                                    .isBetween(40 * one.number() - 1, 40 * one.number() + 1);
                        });
    }

    private static void assertSame(Seen seen, List<Seen> all) {
        Seen one = all.get((int) seen.number());
        assertThat(seen.fingerprint()).isEqualTo(one.fingerprint());
        assertThat(seen.damaged()).isFalse();
    }

    private static List<Seen> played(String video, @Nullable Double wanted) throws IOException {
        return played(SharedData.video(video), wanted);
    }

    private static List<Seen> played(Path video, @Nullable Double wanted) throws IOException {
        List<Seen> seen = new ArrayList<>();
        long number = 0;
        try (FfmpegFrameStream stream = FfmpegFrameStream.ofFile(video, wanted, () -> false)) {
            for (DecodedFrame frame = stream.next(); frame != null; frame = stream.next()) {
                number += frame.skipped();
                seen.add(
                        new Seen(
                                number++, frame.mediaTime(), frame.fingerprint(), frame.damaged()));
            }
        }
        return seen;
    }
}
