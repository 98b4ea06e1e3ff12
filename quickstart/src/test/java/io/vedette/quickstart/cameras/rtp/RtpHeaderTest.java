package io.vedette.quickstart.cameras.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;

class RtpHeaderTest {

    @Test
    void isAsTheStandardDrawsIt() {
        ByteBuf out = Unpooled.buffer();

        RtpHeader.write(out, 96, true, 0x1_2345, 0x1_8000_0001L, 0xCAFEBABE);

        assertThat(ByteBufUtil.hexDump(out)).isEqualTo("80e0234580000001cafebabe");
    }
}
