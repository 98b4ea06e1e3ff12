package io.vedette.quickstart.cameras.rtp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderReportTest {

    @Test
    void saysTheTimeOfBothClocks() {
        ByteBuf out = Unpooled.buffer();

        new SenderReport(
                        0xCAFEBABE,
                        Instant.parse("1970-01-01T00:00:01.5Z"),
                        0x1_0000_0007L,
                        3,
                        4000,
                        "cam-1")
                .write(out);

        assertThat(out.readUnsignedShort()).isEqualTo(0x80C8);
        assertThat(out.readUnsignedShort()).isEqualTo(6);
        assertThat(out.readInt()).isEqualTo(0xCAFEBABE);
        assertThat(out.readUnsignedInt()).isEqualTo(2_208_988_801L);
        assertThat(out.readUnsignedInt()).isEqualTo(0x8000_0000L);
        assertThat(out.readUnsignedInt()).isEqualTo(7);
        assertThat(out.readUnsignedInt()).isEqualTo(3);
        assertThat(out.readUnsignedInt()).isEqualTo(4000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c", "ca", "cam", "cam-1", "cam-10"})
    void theNameEndsWithZeroOnAWord(String name) {
        ByteBuf out = Unpooled.buffer();
        new SenderReport(1, Instant.EPOCH, 0, 0, 0, name).write(out);

        out.skipBytes(28);
        assertThat(out.readUnsignedShort()).isEqualTo(0x81CA);
        int length = 4 * (out.readUnsignedShort() + 1);
        assertThat(out.readableBytes()).isEqualTo(length - 4);
        assertThat(out.readInt()).isEqualTo(1);
        assertThat(out.readByte()).isEqualTo((byte) 1);
        assertThat(out.readCharSequence(out.readByte(), UTF_8)).hasToString(name);
        assertThat(out.readByte()).isZero();
    }
}
