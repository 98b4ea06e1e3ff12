package io.vedette.quickstart;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What the broker is told: one node for one laptop, reachable from this computer only. */
final class BrokerProperties {

    private static final long MEBIBYTE = 1L << 20;

    private BrokerProperties() {}

    /** Writes the file that the broker reads at its start. */
    static void write(Path file, Path data, int clientPort, int controllerPort) throws IOException {
        Properties properties = of(data, clientPort, controllerPort);
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
    }

    private static Properties of(Path data, int clientPort, int controllerPort) {
        Properties p = new Properties();
        p.setProperty("process.roles", "broker,controller");
        p.setProperty("node.id", "1");
        p.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        p.setProperty("controller.listener.names", "CONTROLLER");
        p.setProperty(
                "listeners",
                "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                        .formatted(clientPort, controllerPort));
        p.setProperty("log.dirs", data.toString());
        p.setProperty("auto.create.topics.enable", "false");
        p.setProperty("group.initial.rebalance.delay.ms", "0");
        keepOneCopy(p);
        keepWhatALaptopHolds(p);
        return p;
    }

    private static void keepOneCopy(Properties p) {
        for (String topic : new String[] {"offsets.topic", "transaction.state.log"}) {
            p.setProperty(topic + ".replication.factor", "1");
            p.setProperty(topic + ".num.partitions", "4");
        }
        p.setProperty("transaction.state.log.min.isr", "1");
        p.setProperty("share.coordinator.state.topic.replication.factor", "1");
        p.setProperty("share.coordinator.state.topic.min.isr", "1");
    }

    private static void keepWhatALaptopHolds(Properties p) {
        p.setProperty("log.retention.hours", "72");
        p.setProperty("log.retention.bytes", Long.toString(512 * MEBIBYTE));
        p.setProperty("log.segment.bytes", Long.toString(64 * MEBIBYTE));
        p.setProperty("metadata.max.retention.bytes", Long.toString(64 * MEBIBYTE));
    }
}
