package io.vedette.sources.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.ColorOrder;
import io.vedette.sources.DecodedFrame;
import io.vedette.sources.SharedData;
import io.vedette.sources.StreamException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is in a file, it gives pictures or a cause, and ends. */
@Timeout(300)
class HostileFilesITCase {

    private static final int VARIANTS = 40;
    private static final int MOST_FRAMES = 60;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "derived/car_hevc.mp4",
                "derived/car_mjpeg.avi",
                "media3_sample.mkv",
                "media3_sample_h264_iframes_only.ts",
                "media3_sample_h265.ts",
                "openh264_Cisco_Men_whisper_640x320_CABAC_Bframe_9.264",
                "torchcodec_h265_video.mp4",
                "udacity_vehicle_test_video.mp4"
            })
    void brokenFilesEndWithACauseAtWorst(String video) throws IOException {
        byte[] sound = Files.readAllBytes(SharedData.video(video));
        Random random = new Random(video.hashCode());
        int opened = 0;
        for (int i = 0; i < VARIANTS; i++) {
            Path file = Files.write(folder.resolve("broken"), broken(sound, random, i));
            opened += play(file) ? 1 : 0;
        }

        assertThat(opened).isPositive();
    }

    private static byte[] broken(byte[] sound, Random random, int variant) {
        byte[] bytes = sound.clone();
        switch (variant % 4) {
            case 0 -> {
                return Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
            }
            case 1 -> flip(bytes, random, 0, 1 + bytes.length / 500);
            case 2 -> flip(bytes, random, 0, 8);
            default -> {
                int from = random.nextInt(bytes.length);
                int to = Math.min(bytes.length, from + 1 + random.nextInt(20_000));
                for (int i = from; i < to; i++) {
                    bytes[i] = (byte) random.nextInt();
                }
            }
        }
        return bytes;
    }

    private static void flip(byte[] bytes, Random random, int from, int count) {
        for (int i = 0; i < count; i++) {
            bytes[from + random.nextInt(bytes.length - from)] ^= (byte) (1 << random.nextInt(8));
        }
    }

    private static boolean play(Path file) throws IOException {
        try (FfmpegFrameStream stream = FfmpegFrameStream.ofFile(file, 5.0, () -> false)) {
            DecodedFrame frame = stream.next();
            for (int i = 0; frame != null && i < MOST_FRAMES; i++) {
                frame.raster(TestPictures.fullSize(96, 96, ColorOrder.BGR));
                frame.picture(80);
                frame = stream.next();
            }
            return true;
        } catch (StreamException e) {
            assertThat(e.reason()).isNotNull();
            return false;
        }
    }
}
