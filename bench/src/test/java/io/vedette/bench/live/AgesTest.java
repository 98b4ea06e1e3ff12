package io.vedette.bench.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class AgesTest {

    @Test
    void percentilesAreValuesThatOccurred() {
        List<Double> oneToAHundred =
                DoubleStream.iterate(100, age -> age - 1).limit(100).boxed().toList();

        assertThat(Ages.of(oneToAHundred)).isEqualTo(new Ages(50, 95, 99, 100));
    }

    @Test
    void ofOneFrameAllAreItsAge() {
        assertThat(Ages.of(List.of(12.345))).isEqualTo(new Ages(12.35, 12.35, 12.35, 12.35));
    }

    @Test
    void ofNoFramesTheyAreNothing() {
        assertThat(Ages.of(List.of())).isEqualTo(new Ages(0, 0, 0, 0));
    }
}
