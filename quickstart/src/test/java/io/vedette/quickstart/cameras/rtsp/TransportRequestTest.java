package io.vedette.quickstart.cameras.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.quickstart.cameras.rtsp.TransportRequest.Channels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransportRequestTest {

    @Test
    void interleavedNamesChannels() {
        assertThat(TransportRequest.of("RTP/AVP/TCP;unicast;interleaved=4-5"))
                .contains(new TransportRequest(true, new Channels(4, 5)));
        assertThat(TransportRequest.of("RTP/AVP/TCP;unicast"))
                .contains(new TransportRequest(true, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RTP/AVP;unicast;client_port=5000-5001",
                "RTP/AVP/UDP;unicast;client_port=5000-5001;mode=\"PLAY\"",
                "rtp/avp; unicast; client_port=5000",
                "RTP/AVP;multicast,RTP/SAVP;unicast,RTP/AVP;unicast;client_port=5000-5001"
            })
    void udpNamesPorts(String header) {
        assertThat(TransportRequest.of(header))
                .contains(new TransportRequest(false, new Channels(5000, 5001)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "RTP/SAVP;unicast;client_port=5000-5001",
                "RTP/AVP;multicast;client_port=5000-5001",
                "RTP/AVP;unicast",
                "RTP/AVP;unicast;client_port=0-1",
                "RTP/AVP;unicast;client_port=5000-5000",
                "RTP/AVP;unicast;client_port=65535",
                "RTP/AVP/TCP;unicast;interleaved=255-256",
                "RTP/AVP/TCP;unicast;interleaved=0-1;mode=record"
            })
    void whatIsNotServedIsRefused(String header) {
        assertThat(TransportRequest.of(header)).isEmpty();
    }
}
