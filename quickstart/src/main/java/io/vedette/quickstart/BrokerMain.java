package io.vedette.quickstart;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * The broker's own process. It lives as long as its standard input: when that ends, because the
 * parent closed it or died, the broker shuts down cleanly, and after a grace period at any rate.
 */
final class BrokerMain {

    private static final long GRACE_SECONDS = 30;

    private BrokerMain() {}

    /**
     * Runs the broker.
     *
     * @param arguments the properties file and the folder of the broker's data
     */
    public static void main(String[] arguments) {
        Thread watch = new Thread(BrokerMain::endWithStandardInput, "parent-watch");
        watch.setDaemon(true);
        watch.start();
        String properties = arguments[0];
        if (!Files.exists(Path.of(arguments[1], "meta.properties"))) {
            format(properties);
        }
        Kafka.main(new String[] {properties});
    }

    private static void format(String properties) {
        String cluster = Uuid.randomUuid().toString();
        String[] command = {"format", "--ignore-formatted", "-t", cluster, "-c", properties};
        int status = StorageTool.execute(command, System.out);
        if (status != 0) {
            System.exit(status);
        }
    }

    private static void endWithStandardInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // as good as its end
        }
        CompletableFuture.delayedExecutor(GRACE_SECONDS, TimeUnit.SECONDS)
                .execute(() -> Runtime.getRuntime().halt(1));
        System.exit(0);
    }
}
