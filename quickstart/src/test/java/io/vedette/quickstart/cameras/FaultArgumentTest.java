package io.vedette.quickstart.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FaultArgumentTest {

    @ParameterizedTest
    @MethodSource("faults")
    void everyFaultCanBeWritten(String argument, Fault fault) {
        assertThat(FaultArgument.parse(argument))
                .isEqualTo(new FaultArgument(null, fault, Duration.ZERO));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("freeze", new Fault.Freeze()),
                Arguments.of("freeze-picture", new Fault.FreezePicture()),
                Arguments.of("lose=2.5%", new Fault.LosePackets(0.025)),
                Arguments.of("corrupt=100", new Fault.CorruptBytes(1)),
                Arguments.of("delay=200ms", new Fault.Delay(Duration.ofMillis(200), Duration.ZERO)),
                Arguments.of(
                        "delay=1s~50ms",
                        new Fault.Delay(Duration.ofSeconds(1), Duration.ofMillis(50))),
                Arguments.of("jump=-10s", new Fault.JumpTimestamps(Duration.ofSeconds(-10))),
                Arguments.of("clock=+1h", new Fault.LieAboutClock(Duration.ofHours(1))),
                Arguments.of("refuse-login", new Fault.RefuseLogin()),
                Arguments.of("unreachable", new Fault.Unreachable()),
                Arguments.of("close=5m", new Fault.CloseAfter(Duration.ofMinutes(5))),
                Arguments.of("black-hole", new Fault.BlackHole()),
                Arguments.of("cut=1s", new Fault.CutPacket(Duration.ofSeconds(1))),
                Arguments.of("wrap=5s", new Fault.WrapTimestamps(Duration.ofSeconds(5))),
                Arguments.of("describe-late=3s", new Fault.DescribeLate(Duration.ofSeconds(3))));
    }

    @Test
    void aCameraAndABeginningMayBeNamed() {
        assertThat(FaultArgument.parse("cam-3:lose=1%@90s"))
                .isEqualTo(
                        new FaultArgument(
                                "cam-3", new Fault.LosePackets(0.01), Duration.ofSeconds(90)));
    }

    @ParameterizedTest
    @CsvSource({
        "melt, one of freeze",
        "freeze=1, one of freeze",
        "lose=much, a percentage",
        "lose=101%, 0 to 1",
        "delay=5, a time such as",
        "delay=2h, 0 to 60 s",
        "close=-1s, 0 to 86400 s",
        "show=none.mp4, none.mp4",
        "'', '[CAMERA:]NAME'",
    })
    void whatIsWrongIsSaid(String argument, String rule) {
        assertThatThrownBy(() -> FaultArgument.parse(argument))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(rule);
    }
}
