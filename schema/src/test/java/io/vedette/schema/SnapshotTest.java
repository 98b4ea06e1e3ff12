package io.vedette.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SnapshotTest {

    @Test
    void whatIsNoJpegIsRefused() {
        assertThatThrownBy(() -> new Snapshot(Examples.RESULT, new byte[] {(byte) 0x89, 'P'}))
                .hasMessage(
                        "Snapshot picture must be a JPEG, which begins with FF D8, but was 89 50.");
        assertThatThrownBy(() -> new Snapshot(Examples.RESULT, new byte[0]))
                .hasMessageEndingWith("but was 0 bytes long.");
    }

    @Test
    void picturesTellSnapshotsApart() {
        Snapshot other = new Snapshot(Examples.RESULT, new byte[] {(byte) 0xFF, (byte) 0xD8, 1});

        assertThat(Examples.SNAPSHOT).isNotEqualTo(other).hasSameHashCodeAs(other);
        assertThat(Examples.SNAPSHOT)
                .hasToString(
                        "Snapshot[gate-1 #1042 %s, 4 bytes]"
                                .formatted(Examples.RESULT.capturedAt()));
    }
}
