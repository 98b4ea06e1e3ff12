package io.vedette.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.schema.Topics;
import io.vedette.store.StoreSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerOptionsTest {

    @Test
    void argumentsWinOverTheEnvironmentAndBothOverDefaults() {
        ServerSettings settings =
                ServerOptions.parse(
                        List.of(
                                "--server.port=0",
                                "--store.url",
                                "jdbc:postgresql://db/vedette",
                                "--models.folder=/models",
                                "--flink.url=https://flink:8081"),
                        Map.of(
                                "VEDETTE_SERVER_PORT", "9999",
                                "VEDETTE_STORE_USER", "app",
                                "VEDETTE_STORE_PASSWORD", "s3cret",
                                "VEDETTE_STORE_POOL_SIZE", "3",
                                "VEDETTE_KAFKA_BOOTSTRAP_SERVERS", "kafka:9092"));

        assertThat(settings)
                .isEqualTo(
                        new ServerSettings(
                                "127.0.0.1",
                                0,
                                new StoreSettings(
                                        "jdbc:postgresql://db/vedette", "app", "s3cret", 3),
                                "kafka:9092",
                                new Topics("vedette"),
                                Path.of("/models"),
                                URI.create("https://flink:8081")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "flink:8081", "http://", "http://a b"})
    void whatIsNoPageOfFlinkIsRefused(String url) {
        assertThatThrownBy(() -> ServerOptions.parse(List.of("--flink.url=" + url), Map.of()))
                .hasMessageContaining("Option '--flink.url': ")
                .hasMessageContaining(url);
    }

    @Test
    void aLinkWithCredentialsIsRefusedWithoutShowingThem() {
        List<String> arguments = List.of("--flink.url=http://joe:s3cret@flink:8081");

        assertThatThrownBy(() -> ServerOptions.parse(arguments, Map.of()))
                .hasMessageContaining("without credentials, but was 'http://***@flink:8081'")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        List<String> arguments =
                List.of(
                        "--server.prot=1",
                        "--server.port=70000",
                        "--store.user=app",
                        "--topics.prefix=a b",
                        "--store.url");

        assertThatThrownBy(() -> ServerOptions.parse(arguments, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        String.join(
                                System.lineSeparator(),
                                "Option '--server.prot' is not known; did you mean '--server.port'?",
                                "Option '--store.url' needs a value.",
                                "Option '--store.url' must be given, here or as VEDETTE_STORE_URL in the environment.",
                                "Option '--kafka.bootstrap-servers' must be given, here or as VEDETTE_KAFKA_BOOTSTRAP_SERVERS in the environment.",
                                "Option '--server.port' must be a whole number between 0 and 65535 but was '70000'.",
                                "Option '--topics.prefix': Topic prefix must match [A-Za-z0-9._-]{1,200} but was 'a b'."));
    }
}
