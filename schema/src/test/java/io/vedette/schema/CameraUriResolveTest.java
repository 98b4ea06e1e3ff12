package io.vedette.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CameraUriResolveTest {

    private static final Map<String, String> NOTHING = Map.of();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://10.0.0.7/live",
                "rtsp://user:pass@10.0.0.7:554/live?channel=1",
                "rtsp://user:p%40ss%2Fword@host/live",
                "rtsp://user:!$&'()*+,;=-._~@host/live",
                "rtsp://user:@host/live",
                "rtsp://user@host/live",
                "rtsps://[2001:db8::7]:322/live",
                "rtsp://user:pass@[2001:db8::7]/live",
                "rtsp://10.0.0.7/live@main",
                "rtsp://gate/live@main",
                "rtsp://gate:8554/live@main",
                "rtsp://user:pass@10.0.0.7/live@main",
                "http://10.0.0.7/video?user=a&password=b@c",
                "http://user:pass@10.0.0.7/video?mail=a@example.com",
                "file:///videos/a@b.mp4?pace=max",
                "file:/videos/a.mp4",
            })
    void leavesAloneWhatIsRightAlready(String uri) {
        assertThat(CameraUri.resolve(uri, NOTHING)).isEqualTo(uri);
    }

    @ParameterizedTest
    @CsvSource({
        "rtsp://user:p@ss@host/live, rtsp://user:p%40ss@host/live",
        "rtsp://user:p@ss/word@10.0.0.7/live, rtsp://user:p%40ss%2Fword@10.0.0.7/live",
        "rtsp://user:12/34@10.0.0.7/live, rtsp://user:12%2F34@10.0.0.7/live",
        "rtsp://user:wh?t@host/live, rtsp://user:wh%3Ft@host/live",
        "rtsp://user:p@ss?word@10.0.0.7/live?a=b, rtsp://user:p%40ss%3Fword@10.0.0.7/live?a=b",
        "rtsp://user:p#ss@host:554, rtsp://user:p%23ss@host:554",
        "rtsp://user:a b@host/live, rtsp://user:a%20b@host/live",
        "rtsp://user:100%@host/live, rtsp://user:100%25@host/live",
        "rtsp://user:50%zz%41@host/live, rtsp://user:50%25zz%41@host/live",
        "rtsp://us@er:ü@host/live, rtsp://us%40er:%C3%BC@host/live",
    })
    void encodesWhatFfmpegWouldMisread(String uri, String resolved) {
        assertThat(CameraUri.resolve(uri, NOTHING)).isEqualTo(resolved);
    }

    @ParameterizedTest
    @MethodSource("io.vedette.schema.NastyPasswords#all")
    void aPasswordBehindAReferenceArrivesAsItIs(String password) {
        String uri = "rtsp://admin:${env:GATE_PASSWORD}@10.0.0.7:554/live?channel=1";

        String resolved = CameraUri.resolve(uri, Map.of("GATE_PASSWORD", password));

        assertThat(login(resolved)).isEqualTo("admin:" + password);
        assertThat(URI.create(resolved).getHost()).isEqualTo("10.0.0.7");
        assertThat(URI.create(resolved).getPath()).isEqualTo("/live");
    }

    @ParameterizedTest
    @MethodSource("io.vedette.schema.NastyPasswords#all")
    void aPasswordWrittenOutArrivesToo(String password) {
        String uri = "rtsp://admin:%s@10.0.0.7:554/live".formatted(password.replace("${", "$"));

        String resolved = CameraUri.resolve(uri, NOTHING);

        assertThat(URI.create(resolved).getHost()).isEqualTo("10.0.0.7");
        assertThat(URI.create(resolved).getPath()).isEqualTo("/live");
        assertThat(CameraUri.withoutLogin(uri)).isEqualTo("rtsp://10.0.0.7:554/live");
        if (!password.matches(".*(%[0-9A-Fa-f]{2}|\\$\\{).*")) {
            assertThat(login(resolved)).isEqualTo("admin:" + password);
        }
    }

    @ParameterizedTest
    @MethodSource("io.vedette.schema.NastyPasswords#all")
    void whatIsResolvedIsHiddenInEveryMessage(String password) {
        Map<String, String> environment = Map.of("S", password);
        for (String uri :
                new String[] {
                    "rtsp://admin:${env:S}@10.0.0.7/live",
                    "rtsp://admin:" + password.replace("${", "$") + "@10.0.0.7/live",
                    "http://10.0.0.7/video?user=a&password=${env:S}&channel=1",
                }) {
            String resolved = CameraUri.resolve(uri, environment);
            String encoded = encoded(resolved);
            for (String text : new String[] {uri, resolved}) {
                String message = "cannot open '%s': refused, ask admin".formatted(text);

                String shown = CameraUri.redact(message);

                assertThat(shown.replace("***", "").replace("{env:S}", ""))
                        .doesNotContain(password.replace("${", "$"), encoded);
                assertThat(shown).endsWith("refused, ask admin").contains("10.0.0.7");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "secret\n", "secret\r\n"})
    void readsAFileWithoutItsLastLineBreak(String content, @TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("pass@word?"), content);

        String resolved = CameraUri.resolve("rtsp://a:${file:%s}@h/x".formatted(file), NOTHING);

        assertThat(resolved).isEqualTo("rtsp://a:secret@h/x");
    }

    @Test
    void aReferenceMayBeTheWholeLoginOrPartOfAPassword() {
        Map<String, String> environment = Map.of("LOGIN", "admin:a:b", "B", "@");

        assertThat(CameraUri.resolve("rtsp://${env:LOGIN}@h/x", environment))
                .isEqualTo("rtsp://admin:a:b@h/x");
        assertThat(CameraUri.resolve("rtsp://a:1${env:B}2 ${env:B}@h/x", environment))
                .isEqualTo("rtsp://a:1%402%20%40@h/x");
    }

    @Test
    void aReferenceMayBeTheValueOfASecretParameter() {
        String uri = "http://h/v?channel=1&access_token=${env:T}&key=a${env:T}";

        assertThat(CameraUri.resolve(uri, Map.of("T", "a&b=c d")))
                .isEqualTo("http://h/v?channel=1&access_token=a%26b%3Dc%20d&key=aa%26b%3Dc%20d");
    }

    @Test
    void saysWhichReferenceLeadsToNothingAndNothingElse(@TempDir Path folder) throws Exception {
        String none = folder.resolve("none").toString();
        String two = Files.writeString(folder.resolve("two"), "s3cret\ns3cret2\n").toString();
        String large = Files.writeString(folder.resolve("large"), "s3cret".repeat(900)).toString();
        String binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff}).toString();

        assertMissing("env:NONE", "must be set in the environment of this process");
        assertMissing("env:EMPTY", "must not be empty");
        assertMissing("env:LINES", "one line of text");
        assertMissing("file:" + none, "must lead to a file on this machine, but there is none");
        assertMissing("file:" + folder, "must lead to a file on this machine");
        assertMissing("file:" + two, "one line of text");
        assertMissing("file:" + large, "at most 4096 bytes");
        assertMissing("file:" + binary, "UTF-8 text");
    }

    private static void assertMissing(String reference, String rule) {
        Map<String, String> environment = Map.of("EMPTY", "", "LINES", "s3cret\nmore");
        String uri = "rtsp://admin:t0p${%s}@10.0.0.7/live".formatted(reference);

        assertThatThrownBy(() -> CameraUri.resolve(uri, environment))
                .isInstanceOf(MissingSecretException.class)
                .hasMessageStartingWith("Secret ${%s} ".formatted(reference))
                .hasMessageContaining(rule)
                .hasNoCause()
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret", "t0p"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://a:${vault:gate}@h/x",
                "rtsp://a:${ENV:GATE}@h/x",
                "rtsp://a:${env:}@h/x",
                "rtsp://a:${env:9X}@h/x",
                "rtsp://a:${env:A B}@h/x",
                "rtsp://a:${file:relative}@h/x",
                "rtsp://a:${file:}@h/x",
                "rtsp://a:${env:OPEN@h/x",
                "rtsp://a:${}@h/x",
                "rtsp://a:${env:A}${@h/x",
            })
    void refusesWhatBeginsLikeAReferenceAndIsNone(String uri) {
        assertThatThrownBy(() -> Camera.of("gate-1", uri))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Camera 'gate-1': '${' in a uri must begin a reference, ${env:NAME} or"
                                + " ${file:/path}, but does not; write a '$' that is meant as such"
                                + " as %24.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://${env:HOST}/x",
                "rtsp://h/${env:TOKEN}",
                "rtsp://a:b@h/${env:TOKEN}",
                "http://h/v?channel=${env:C}",
                "http://h/v?${env:T}=token",
                "file:${env:VIDEOS}/a.mp4",
                "file:///${env:VIDEOS}@b/a.mp4",
            })
    void refusesReferencesWhereTheyWouldBeShown(String uri) {
        assertThatThrownBy(() -> Camera.of("gate-1", uri))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Camera 'gate-1': a reference ${…} may stand in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rtsp://a:b\n@h/x", "rtsp://h/\u0000", "rtsp://a:b\u2028c@h/x"})
    void refusesControlCharacters(String uri) {
        assertThatThrownBy(() -> Camera.of("gate-1", uri))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Camera 'gate-1': uri must not hold control characters or line breaks.");
    }

    @Test
    void refusesALoginThatWouldBreakTheRequest() {
        assertThatThrownBy(() -> CameraUri.resolve("rtsp://a%0d%0aX:b@h/x", NOTHING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not hold control characters");
    }

    @Test
    void refusesALoginThatFfmpegWouldCutOff() {
        String longest = "p".repeat(125);
        assertThat(CameraUri.resolve("rtsp://a:%s@h/x".formatted(longest), NOTHING))
                .contains(longest);
        assertThat(CameraUri.resolve("http://a:%s1@h/x".formatted(longest), NOTHING))
                .contains(longest);
        assertThatThrownBy(() -> CameraUri.resolve("rtsp://a:%s1@h/x".formatted(longest), NOTHING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The login of an RTSP uri must take at most 127 characters when"
                                + " percent-encoded but takes 128.");
    }

    @Test
    void readsThisProcessesEnvironment() {
        String name =
                System.getenv().keySet().stream()
                        .filter(key -> key.matches("[A-Z]+") && !System.getenv(key).isBlank())
                        .findFirst()
                        .orElseThrow();

        assertThat(CameraUri.resolve("http://h/v?token=${env:%s}".formatted(name)))
                .startsWith("http://h/v?token=")
                .doesNotContain("$");
    }

    private static String login(String uri) {
        String raw = URI.create(uri).getRawUserInfo();
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encoded(String resolved) {
        String login = URI.create(resolved).getRawUserInfo();
        return login == null
                ? resolved.replaceAll(".*password=([^&]*).*", "$1")
                : login.substring(login.indexOf(':') + 1);
    }
}
