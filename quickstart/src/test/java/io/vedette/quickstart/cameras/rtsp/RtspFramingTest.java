package io.vedette.quickstart.cameras.rtsp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.TooLongFrameException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RtspFramingTest {

    private static final String OPTIONS = "OPTIONS * RTSP/1.0\r\nCSeq: 1\r\n\r\n";
    private static final String PACKET = "$\1\0\6\r\n\r\n$$";
    private static final String WITH_BODY =
            "SET_PARAMETER * RTSP/1.0\r\nCSeq: 2\r\ncontent-length : 5\r\n\r\nab$\r\n";

    private final AtomicInteger packets = new AtomicInteger();
    private final EmbeddedChannel channel =
            new EmbeddedChannel(new RtspFraming(packets::incrementAndGet));

    @Test
    void packetsBetweenRequestsAreSkippedAndCounted() {
        write(PACKET + OPTIONS + PACKET + PACKET + WITH_BODY + PACKET);

        assertThat(requests()).containsExactly(OPTIONS, WITH_BODY);
        assertThat(packets).hasValue(4);
    }

    @Test
    void nothingDependsOnHowTheBytesArrive() {
        for (char each : (PACKET + OPTIONS + "\r\n" + PACKET + WITH_BODY).toCharArray()) {
            write(String.valueOf(each));
        }

        assertThat(requests()).containsExactly(OPTIONS, WITH_BODY);
        assertThat(packets).hasValue(2);
    }

    @Test
    void aHeadWithoutEndIsRefused() {
        assertThatThrownBy(() -> write("OPTIONS " + "a".repeat(20_000)))
                .isInstanceOf(TooLongFrameException.class)
                .hasMessageContaining("16384");
    }

    @Test
    void aLongBodyIsRefused() {
        assertThatThrownBy(() -> write("SET_PARAMETER * RTSP/1.0\r\nContent-Length: 99999\r\n\r\n"))
                .isInstanceOf(TooLongFrameException.class)
                .hasMessageContaining("99999");
    }

    private void write(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, ISO_8859_1));
    }

    private List<String> requests() {
        List<String> requests = new ArrayList<>();
        for (ByteBuf next = channel.readInbound(); next != null; next = channel.readInbound()) {
            requests.add(next.toString(ISO_8859_1));
            next.release();
        }
        return requests;
    }
}
