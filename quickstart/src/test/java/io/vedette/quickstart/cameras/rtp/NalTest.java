package io.vedette.quickstart.cameras.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NalTest {

    @Test
    void startCodesOfBothLengthsDivide() {
        byte[] data = {0, 0, 0, 1, 0x67, 1, 0, 0, 1, 0x68, 2, 0, 0, 0, 1, 0x65, 3};

        assertThat(Nal.split(data))
                .extracting(Nal::bytes)
                .containsExactly(new byte[] {0x67, 1}, new byte[] {0x68, 2}, new byte[] {0x65, 3});
    }

    @Test
    void zeroBytesAfterAUnitDoNotBelongToIt() {
        byte[] data = {0, 0, 1, 0x41, 7, 0, 0, 0};

        assertThat(Nal.split(data)).extracting(Nal::bytes).containsExactly(new byte[] {0x41, 7});
    }

    @Test
    void theByteBeforeAStartCodeMayBeOne() {
        byte[] data = {0, 0, 1, 0x41, 1, 0, 0, 1, 0x41, 9};

        assertThat(Nal.split(data))
                .extracting(Nal::bytes)
                .containsExactly(new byte[] {0x41, 1}, new byte[] {0x41, 9});
    }

    @Test
    void aStartCodeAtTheEndOpensNothing() {
        byte[] data = {0, 0, 1, 0x41, 7, 0, 0, 1};

        assertThat(Nal.split(data)).extracting(Nal::bytes).containsExactly(new byte[] {0x41, 7});
    }

    @Test
    void withoutAStartCodeThereIsNoUnit() {
        assertThat(Nal.split(new byte[] {1, 2, 3})).isEmpty();
        assertThat(Nal.split(new byte[0])).isEmpty();
    }
}
