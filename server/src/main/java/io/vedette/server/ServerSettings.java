package io.vedette.server;

import io.vedette.schema.CameraUri;
import io.vedette.schema.Topics;
import io.vedette.store.StoreSettings;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a server is told when it starts.
 *
 * @param host the address to listen on; {@link #DEFAULT_HOST} keeps it to this machine
 * @param port the port to listen on; 0 takes a free one
 * @param store where the detections are
 * @param kafkaBootstrapServers where the camera list is, {@code host:port} separated by commas
 * @param topics the names of the topics
 * @param models a folder of model packages, {@code <name>/<version>/}, or one package; null for
 *     none
 * @param flink where Flink's web interface is, which the dashboard links to; null for no link
 */
public record ServerSettings(
        String host,
        int port,
        StoreSettings store,
        String kafkaBootstrapServers,
        Topics topics,
        @Nullable Path models,
        @Nullable URI flink) {

    public static final String DEFAULT_HOST = "127.0.0.1";
    public static final int DEFAULT_PORT = 8080;

    public ServerSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("Server host must not be blank.");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(
                    "Server port must be between 0 and 65535 but was %d.".formatted(port));
        }
        if (kafkaBootstrapServers.isBlank()) {
            throw new IllegalArgumentException("Kafka bootstrap servers must not be blank.");
        }
        if (flink != null) {
            web(flink);
        }
    }

    /** Without a link to Flink. */
    public ServerSettings(
            String host,
            int port,
            StoreSettings store,
            String kafkaBootstrapServers,
            Topics topics,
            @Nullable Path models) {
        this(host, port, store, kafkaBootstrapServers, topics, models, null);
    }

    /** The same, once it is known to be a link that may be shown. */
    static URI web(URI flink) {
        boolean web = "http".equals(flink.getScheme()) || "https".equals(flink.getScheme());
        if (!web || flink.getHost() == null || flink.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "Flink URL must be http:// or https:// and a host, without credentials, but was '%s'."
                            .formatted(CameraUri.redact(flink.toString())));
        }
        return flink;
    }
}
