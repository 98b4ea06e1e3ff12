package io.vedette.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.Frame;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.junit.jupiter.api.Test;

class LastSeenTest {

    @Test
    void followsTheSourceWhileItCounts() {
        LastSeen first = LastSeen.after(null, frame(4, 1));

        LastSeen second = LastSeen.after(first, frame(7, 2));

        assertThat(second.sequence()).isEqualTo(7);
        assertThat(second.offset()).isZero();
    }

    @Test
    void goesOnWithAGapWhenTheSourceCountsFromZeroAgain() {
        LastSeen before = LastSeen.after(null, frame(41, 1));

        LastSeen restarted = LastSeen.after(before, frame(0, 2));
        LastSeen next = LastSeen.after(restarted, frame(1, 3));

        assertThat(restarted.sequence()).isEqualTo(43);
        assertThat(next.sequence()).isEqualTo(44);
    }

    @Test
    void isAFlinkPojo() {
        assertThat(TypeInformation.of(LastSeen.class)).isInstanceOf(PojoTypeInfo.class);
    }

    private static Frame frame(long sequence, long second) {
        Instant at = Instant.ofEpochSecond(second);
        return new Frame("gate-1", sequence, at, at, 8, 8, null, null);
    }
}
