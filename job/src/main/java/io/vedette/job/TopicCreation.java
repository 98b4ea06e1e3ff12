package io.vedette.job;

import io.vedette.schema.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates the topics of {@link Topics} that are missing; those that exist stay as they are. The
 * number of copies is the broker's default.
 */
public final class TopicCreation {

    private static final int PARTITIONS = 4;
    private static final int LARGEST_PICTURE_BYTES = 8 << 20;
    private static final Duration PICTURES_KEPT = Duration.ofHours(2);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Topics topics;

    private TopicCreation(Topics topics) {
        this.topics = topics;
    }

    /**
     * Creates what is missing.
     *
     * @throws InvalidSettingsException if no broker answers or one refuses
     */
    public static void createMissing(String bootstrapServers, Topics topics) {
        String patience = Long.toString(PATIENCE.toMillis());
        Map<String, Object> settings =
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        patience,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        patience);
        try (Admin admin = Admin.create(settings)) {
            createMissing(admin, topics);
        } catch (KafkaException e) {
            throw new InvalidSettingsException(
                    List.of("Kafka at %s: %s".formatted(bootstrapServers, innermost(e))));
        }
    }

    /**
     * Creates what is missing.
     *
     * @throws KafkaException if no broker answers or one refuses
     */
    public static void createMissing(Admin admin, Topics topics) {
        TopicCreation creation = new TopicCreation(topics);
        List<NewTopic> wanted = topics.all().stream().map(creation::topic).toList();
        admin.createTopics(wanted).values().forEach(TopicCreation::await);
    }

    private NewTopic topic(String name) {
        Map<String, String> settings = new HashMap<>();
        if (topics.compacted().contains(name)) {
            settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        }
        if (holdsPictures(name)) {
            settings.put(
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(LARGEST_PICTURE_BYTES));
            settings.put(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(PICTURES_KEPT.toMillis()));
        }
        return new NewTopic(name, Optional.of(PARTITIONS), Optional.empty()).configs(settings);
    }

    private boolean holdsPictures(String name) {
        return name.equals(topics.frames()) || name.equals(topics.deadLetters());
    }

    private static void await(String topic, KafkaFuture<Void> created) {
        try {
            created.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(
                    "Interrupted while topic '%s' was created".formatted(topic), e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("Topic '%s' was not created".formatted(topic), e);
            }
        }
    }

    private static String innermost(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
