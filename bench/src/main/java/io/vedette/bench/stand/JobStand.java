package io.vedette.bench.stand;

import io.vedette.quickstart.KafkaBroker;
import io.vedette.schema.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What the whole job needs around it: a Kafka broker in a process of its own and a folder, from its
 * start until it is closed. Jobs and readers of their results are started on it, one after another
 * or at once, and closed before it.
 */
public final class JobStand implements AutoCloseable {

    static final Topics TOPICS = Topics.withDefaultPrefix();

    private final ScratchFolder folder;
    private final KafkaBroker broker;

    private JobStand(ScratchFolder folder, KafkaBroker broker) {
        this.folder = folder;
        this.broker = broker;
    }

    /** Starts it; detections will carry the time at which the broker received them. */
    public static JobStand start() throws Exception {
        ScratchFolder folder = ScratchFolder.create();
        try {
            Path logs = Files.createDirectory(folder.path().resolve("logs"));
            KafkaBroker broker = KafkaBroker.start(folder.path().resolve("kafka"), logs);
            stampArrivals(broker);
            return new JobStand(folder, broker);
        } catch (Exception e) {
            folder.close();
            throw e;
        }
    }

    private static void stampArrivals(KafkaBroker broker)
            throws ExecutionException, InterruptedException {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, TOPICS.detections());
        AlterConfigOp arrival =
                new AlterConfigOp(
                        new ConfigEntry(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"),
                        AlterConfigOp.OpType.SET);
        try (Admin admin =
                Admin.create(
                        Map.of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                (Object) broker.bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(topic, List.of(arrival))).all().get();
        } catch (ExecutionException | InterruptedException | RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    /** For files that last as long as this. */
    public Path folder() {
        return folder.path();
    }

    /** The broker's. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Of the broker's process. */
    public long brokerPid() {
        return broker.pid();
    }

    @Override
    public void close() throws IOException {
        broker.close();
        folder.close();
    }
}
