package io.vedette.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortTest {

    @Test
    void freePortsPass() {
        List<Port> ports =
                List.of(new Port("--http-port", Port.anyFree()), new Port("--flink-port", 0));

        assertThatCode(() -> Port.requireFree(ports)).doesNotThrowAnyException();
    }

    @Test
    void allTakenPortsAreNamedAtOnceWithTheirOptions() throws IOException {
        try (ServerSocket one = listening();
                ServerSocket two = listening()) {
            List<Port> ports =
                    List.of(
                            new Port("--http-port", one.getLocalPort()),
                            new Port("--kafka-port", two.getLocalPort()));

            assertThatThrownBy(() -> Port.requireFree(ports))
                    .isInstanceOf(UserError.class)
                    .hasMessageContainingAll(
                            "Port %d (--http-port) is taken: stop".formatted(one.getLocalPort()),
                            "Port %d (--kafka-port) is taken: stop".formatted(two.getLocalPort()));
        }
    }

    @Test
    void oneNumberForTwoPartsIsRefused() {
        int number = Port.anyFree();
        List<Port> ports =
                List.of(new Port("--http-port", number), new Port("--flink-port", number));

        assertThatThrownBy(() -> Port.requireFree(ports))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("both --http-port and --flink-port");
    }

    @Test
    void aNumberThatIsNoPortIsRefused() {
        assertThatThrownBy(() -> Port.requireFree(List.of(new Port("--http-port", 70_000))))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("between 0 and 65535");
    }

    @Test
    void zeroBecomesAFreePort() {
        assertThat(new Port("--http-port", 0).resolved()).isPositive();
        assertThat(new Port("--http-port", 1234).resolved()).isEqualTo(1234);
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
