package io.vedette.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.schema.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedSystem.class)
class KafkaBrokerITCase {

    private static final Topics TOPICS = Topics.withDefaultPrefix();

    @TempDir Path folder;

    @Test
    void hasTheTopicsOfTheContract(KafkaBroker broker) throws Exception {
        try (Admin admin = admin(broker)) {
            assertThat(admin.listTopics().names().get()).containsAll(TOPICS.all());
            assertThat(config(admin, TOPICS.cameras(), "cleanup.policy")).isEqualTo("compact");
            assertThat(config(admin, TOPICS.rollouts(), "cleanup.policy")).isEqualTo("compact");
            assertThat(config(admin, TOPICS.detections(), "cleanup.policy")).isEqualTo("delete");
            assertThat(config(admin, TOPICS.frames(), "max.message.bytes")).isEqualTo("8388608");
        }
    }

    @Test
    void takesAPictureThatIsLargerThanKafkasDefault(KafkaBroker broker) {
        byte[] picture = new byte[3_000_000];

        Records.send(broker, TOPICS.frames(), "gate-1", picture);

        assertThat(Records.read(broker, TOPICS.frames(), 1))
                .singleElement()
                .satisfies(record -> assertThat(record.value()).hasSize(picture.length));
    }

    @Test
    void keepsItsRecordsOverARestartAndLeavesNothingBehind() throws Exception {
        KafkaBroker first = start(Port.anyFree());
        long pid = first.pid();
        int port = portOf(first);
        Records.send(first, TOPICS.detections(), "gate-1", "seen".getBytes(UTF_8));

        first.close();

        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThat(isFree(port)).isTrue();
        try (KafkaBroker second = start(port)) {
            assertThat(Records.read(second, TOPICS.detections(), 1))
                    .singleElement()
                    .satisfies(
                            record -> assertThat(record.value()).asString(UTF_8).isEqualTo("seen"));
        }
    }

    @Test
    void aBrokerThatEndsAtItsStartSaysWhy() throws IOException {
        Path kafka = Files.createDirectories(folder.resolve("kafka"));
        Files.writeString(kafka.resolve("data"), "a file where the folder should be");

        assertThatThrownBy(() -> start(Port.anyFree()))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("Kafka ended while starting", "kafka.log");
    }

    private KafkaBroker start(int port) {
        return KafkaBroker.start(folder.resolve("kafka"), folder.resolve("logs"), port);
    }

    private static int portOf(KafkaBroker broker) {
        return Integer.parseInt(broker.bootstrapServers().split(":")[1]);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static String config(Admin admin, String topic, String key) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource)).all().get().get(resource).get(key).value();
    }

    private static Admin admin(KafkaBroker broker) {
        return Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()));
    }
}
