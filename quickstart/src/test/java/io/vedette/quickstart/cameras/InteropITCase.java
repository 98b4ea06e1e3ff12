package io.vedette.quickstart.cameras;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vedette.quickstart.cameras.rtsp.Login;
import io.vedette.sources.SharedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FFmpeg's and GStreamer's own programs as clients, over TCP and UDP, with and without a login. */
class InteropITCase {

    private static final String H264 = "rtph264depay ! h264parse ! avdec_h264";
    private static final String H265 = "rtph265depay ! h265parse ! avdec_h265";
    private static final String JPEG = "rtpjpegdepay ! jpegdec";
    private static final int FRAMES = 25;
    private static final Login JOE = new Login("joe", "s3cret");

    @TempDir Path folder;

    @ParameterizedTest(name = "{0} over {1}, login {2}")
    @CsvSource({
        "H264, tcp, false", "H264, udp, false", "H264, tcp, true", "H264, udp, true",
        "H265, tcp, false", "H265, udp, false", "H265, tcp, true", "H265, udp, true",
        "JPEG, tcp, false", "JPEG, udp, false", "JPEG, tcp, true", "JPEG, udp, true",
    })
    void ffmpegSeesThePicturesOfTheFile(String codec, String transport, boolean login)
            throws Exception {
        requireProgram("ffmpeg", "-version");
        Path video = video(codec);
        List<String> expected = hashes(List.of("-i", video.toString()));

        List<String> seen =
                served(
                        video,
                        login,
                        uri ->
                                hashes(
                                        List.of(
                                                "-rtsp_transport",
                                                transport,
                                                "-i",
                                                login ? withLogin(uri) : uri)));

        assertThat(seen).hasSize(FRAMES).isEqualTo(expected);
    }

    private List<String> hashes(List<String> input) throws Exception {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error"));
        command.addAll(input);
        command.addAll(List.of("-frames:v", Integer.toString(FRAMES)));
        command.addAll(List.of("-fps_mode", "passthrough", "-f", "framemd5", "-"));
        return run(command)
                .lines()
                .filter(line -> line.matches("0,.*[0-9a-f]{32}"))
                .map(line -> line.substring(line.length() - 32))
                .toList();
    }

    @ParameterizedTest(name = "{0} over {1}, login {2}")
    @CsvSource({
        "H264, tcp, false", "H264, udp, false", "H264, tcp, true", "H264, udp, true",
        "H265, tcp, false", "H265, udp, false", "H265, tcp, true", "H265, udp, true",
        "JPEG, tcp, false", "JPEG, udp, false", "JPEG, tcp, true", "JPEG, udp, true",
    })
    void gstreamerDecodesIt(String codec, String transport, boolean login) throws Exception {
        requireProgram("gst-launch-1.0", "--version");
        requireProgram("gst-inspect-1.0", "rtspsrc");
        requireProgram("gst-inspect-1.0", "avdec_h265");
        String decoder = codec.equals("H264") ? H264 : codec.equals("H265") ? H265 : JPEG;
        String account = login ? "user-id=joe user-pw=s3cret" : "";

        Ended ended =
                served(
                        video(codec),
                        login,
                        uri ->
                                ended(
                                        List.of(
                                                "bash",
                                                "-c",
                                                "exec gst-launch-1.0 rtspsrc location=%s protocols=%s %s ! %s ! identity eos-after=%d silent=true ! fakesink sync=false"
                                                        .formatted(
                                                                uri, transport, account, decoder,
                                                                FRAMES))));

        String output = ended.output();
        int stop = output.indexOf("Setting pipeline to NULL");
        assertThat(stop).as(output).isPositive();
        assertThat(output.substring(0, stop))
                .contains("Got EOS from element")
                .doesNotContain("ERROR");
        assertStopped(ended.status(), output.substring(stop));
    }

    /**
     * While it stops, GStreamer's TEARDOWN may break off its own PAUSE, which it then calls an
     * error, of writing, whatever the server does.
     */
    private static void assertStopped(int status, String said) {
        if (status != 0) {
            assertThat(said).contains("gst_rtspsrc_pause ()");
        }
        assertThat(said.lines().filter(line -> line.startsWith("ERROR")))
                .as(said)
                .allMatch(line -> line.endsWith("Could not write to resource."));
    }

    @ParameterizedTest
    @CsvSource({"H264, h264", "H265, hevc", "JPEG, mjpeg"})
    void ffprobeDescribesIt(String codec, String name) throws Exception {
        requireProgram("ffprobe", "-version");

        String described =
                served(
                        video(codec),
                        false,
                        uri ->
                                run(
                                        List.of(
                                                "ffprobe",
                                                "-v",
                                                "error",
                                                "-rtsp_transport",
                                                "tcp",
                                                "-show_entries",
                                                "stream=codec_name,width,height",
                                                "-of",
                                                "csv=p=0",
                                                uri)));

        assertThat(described.strip()).matches(name + ",[1-9]\\d+,[1-9]\\d+");
    }

    /** What is done with the address of a camera. */
    private interface Viewing<T> {

        T view(String uri) throws Exception;
    }

    private static <T> T served(Path video, boolean login, Viewing<T> viewing) throws Exception {
        CameraServerSettings open = CameraServerSettings.local();
        try (Feed feed = Feed.ofFile(video);
                CameraServer server = CameraServer.start(login ? open.withLogin(JOE) : open)) {
            SimulatedCamera camera = new SimulatedCamera("cam-1", feed);
            server.add(camera);
            return viewing.view(server.uri(camera));
        }
    }

    private static String withLogin(String uri) {
        return uri.replace("rtsp://", "rtsp://joe:s3cret@");
    }

    private Path video(String codec) throws IOException {
        return switch (codec) {
            case "H264" -> SharedData.video("bottle-detection.mp4");
            case "H265" -> SharedData.video("media3_h265_bframes.mp4");
            default -> jpegs();
        };
    }

    private Path jpegs() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < FRAMES + 5; i++) {
            out.writeBytes(TestJpegs.noise(160, 120, i));
        }
        return Files.write(folder.resolve("noise.mjpeg"), out.toByteArray());
    }

    private static void requireProgram(String... command) {
        boolean there;
        try {
            there = run(List.of(command)) != null;
        } catch (Exception | AssertionError e) {
            there = false;
        }
        assumeTrue(there, "skipped: '%s' does not run".formatted(String.join(" ", command)));
    }

    /** All that a program prints, if it ends well. */
    private static String run(List<String> command) throws Exception {
        Ended ended = ended(command);
        assertThat(ended.status()).as("%s: %s", command, ended.output()).isZero();
        return ended.output();
    }

    /** A program that ended within a minute. */
    private record Ended(int status, String output) {}

    private static Ended ended(List<String> command) throws Exception {
        Path output = Files.createTempFile("vedette-interop", ".txt");
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            String text = Files.readString(output, UTF_8);
            assertThat(ended).as("%s ends; it said: %s", command, text).isTrue();
            return new Ended(process.exitValue(), text);
        } finally {
            Files.delete(output);
        }
    }
}
