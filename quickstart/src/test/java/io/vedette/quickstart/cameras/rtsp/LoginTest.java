package io.vedette.quickstart.cameras.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {

    private static final Login MUFASA = new Login("Mufasa", "Circle Of Life");
    private static final String NONCE = "dcd98b7102dd2f0e8b11d0f600bfb0c093";

    /** The example of RFC 2617, section 3.5. */
    private static final String WITH_QUALITY =
            "Digest username=\"Mufasa\", realm=\"testrealm@host.com\", nonce=\"%s\", uri=\"/dir/index.html\", qop=auth, nc=00000001, cnonce=\"0a4f113b\", response=\"6629fae49393a05397450978507c4ef1\", opaque=\"5ccc069c403ebaf9f0171e9517f40e41\""
                    .formatted(NONCE);

    /** The example of RFC 2069, section 2.4, with the response of its erratum 749. */
    private static final String WITHOUT_QUALITY =
            "Digest username=\"Mufasa\", realm=\"testrealm@host.com\", nonce=\"%s\", uri=\"/dir/index.html\", response=\"1949323746fe6a43ef61f9606e7febea\", opaque=\"5ccc069c403ebaf9f0171e9517f40e41\""
                    .formatted(NONCE);

    @Test
    void acceptsTheExampleOfRfc2617() {
        assertThat(MUFASA.accepts(WITH_QUALITY, "GET", "/dir/index.html", NONCE)).isTrue();
    }

    @Test
    void acceptsTheExampleOfRfc2069() {
        Login login = new Login("Mufasa", "CircleOfLife");

        assertThat(login.accepts(WITHOUT_QUALITY, "GET", "/dir/index.html", NONCE)).isTrue();
    }

    @Test
    void acceptsBasic() {
        Login login = new Login("Aladdin", "open sesame");

        assertThat(login.accepts("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "PLAY", "*", "")).isTrue();
        assertThat(login.accepts("Basic QWxhZGRpbjpvcGVu", "PLAY", "*", "")).isFalse();
    }

    @Test
    void refusesAnotherPasswordMethodUriAndNonce() {
        Login other = new Login("Mufasa", "circle of life");

        assertThat(other.accepts(WITH_QUALITY, "GET", "/dir/index.html", NONCE)).isFalse();
        assertThat(MUFASA.accepts(WITH_QUALITY, "PUT", "/dir/index.html", NONCE)).isFalse();
        assertThat(MUFASA.accepts(WITH_QUALITY, "GET", "/dir/other.html", NONCE)).isFalse();
        assertThat(MUFASA.accepts(WITH_QUALITY, "GET", "/dir/index.html", "other")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Digest", "Bearer x", "Basic", "Digest nonce=\"\""})
    void refusesWhatIsNoAnswer(String authorization) {
        assertThat(MUFASA.accepts(authorization, "GET", "/", NONCE)).isFalse();
    }

    @Test
    void asksForDigestFirst() {
        assertThat(Login.challenges("abc", false))
                .containsExactly(
                        "Digest realm=\"vedette\", nonce=\"abc\"", "Basic realm=\"vedette\"");
        assertThat(Login.challenges("abc", true).get(0)).endsWith("stale=TRUE");
    }

    @Test
    void thePasswordIsNotPrinted() {
        assertThat(MUFASA.toString()).contains("Mufasa").doesNotContain("Circle");
    }

    @Test
    void aUserWithAColonIsRefused() {
        assertThatThrownBy(() -> new Login("a:b", "c")).hasMessageContaining("'a:b'");
    }
}
