package io.vedette.sources.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.sources.DecodedFrame;
import io.vedette.sources.SharedData;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every frame of a video comes out, also those that a decoder holds back for reordering. */
class FrameCountsTest {

    @ParameterizedTest
    @CsvSource({
        "asl_book.mkv, 640, 480, 109",
        "bottle-detection.mp4, 640, 360, 1189",
        "car-detection.mp4, 768, 432, 377",
        "decord_flipping_a_pancake.mkv, 426, 240, 310",
        "derived/car_hevc.mp4, 768, 432, 75",
        "derived/car_mjpeg.avi, 768, 432, 50",
        "derived/coco_permissive_slideshow.mp4, 640, 640, 49",
        "media3_bbb_800x640_768kbps_30fps_avc_pyramid_3b.mp4, 800, 640, 120",
        "media3_h265_bframes.mp4, 854, 480, 30",
        "media3_sample.mkv, 1080, 720, 30",
        "media3_sample_h264_iframes_only.ts, 854, 480, 30",
        "media3_sample_h265.ts, 854, 480, 30",
        "media3_sample_with_increasing_timestamps_320w_240h_5s.mp4, 320, 240, 300",
        "media3_silent-black-10s.mp4, 320, 240, 300",
        "openh264_Cisco_Men_whisper_640x320_CABAC_Bframe_9.264, 640, 320, 9",
        "torchcodec_h265_video.mp4, 128, 128, 10",
        "torchcodec_nasa_13013.mp4, 320, 180, 325",
        "udacity_solidWhiteRight.mp4, 960, 540, 221",
        "udacity_vehicle_test_video.mp4, 1280, 720, 38"
    })
    void decodesEveryFrameInOrderOfItsMediaTime(String video, int width, int height, int frames)
            throws IOException {
        int count = 0;
        Duration last = Duration.ofMillis(-1);

        try (FfmpegFrameStream stream =
                FfmpegFrameStream.ofFile(SharedData.video(video), () -> false)) {
            for (DecodedFrame frame = stream.next(); frame != null; frame = stream.next()) {
                assertThat(frame.width()).isEqualTo(width);
                assertThat(frame.height()).isEqualTo(height);
                assertThat(frame.mediaTime()).isGreaterThan(last);
                assertThat(frame.damaged()).as("frame %s is damaged", count).isFalse();
                last = frame.mediaTime();
                count++;
            }
        }

        assertThat(count).isEqualTo(frames);
    }
}
