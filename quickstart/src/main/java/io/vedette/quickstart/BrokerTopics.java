package io.vedette.quickstart;

import io.vedette.schema.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of {@link Topics} as one broker holds them. */
final class BrokerTopics {

    private static final int PARTITIONS = 4;
    private static final short COPIES = 1;
    private static final int LARGEST_PICTURE_BYTES = 8 << 20;
    private static final Duration PICTURES_KEPT = Duration.ofHours(2);

    private BrokerTopics() {}

    /** Creates the topics that are missing; those that exist stay as they are. */
    static void create(Admin admin, Topics topics) {
        List<NewTopic> wanted = topics.all().stream().map(name -> topic(name, topics)).toList();
        admin.createTopics(wanted).values().forEach(BrokerTopics::await);
    }

    private static NewTopic topic(String name, Topics topics) {
        Map<String, String> settings = new HashMap<>();
        if (topics.compacted().contains(name)) {
            settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        }
        if (holdsPictures(name, topics)) {
            settings.put(
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(LARGEST_PICTURE_BYTES));
            settings.put(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(PICTURES_KEPT.toMillis()));
        }
        return new NewTopic(name, PARTITIONS, COPIES).configs(settings);
    }

    private static boolean holdsPictures(String name, Topics topics) {
        return name.equals(topics.frames()) || name.equals(topics.deadLetters());
    }

    private static void await(String topic, KafkaFuture<Void> created) {
        try {
            created.get();
        } catch (InterruptedException e) {
            throw new Interrupted(e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("Topic '%s' was not created".formatted(topic), e);
            }
        }
    }
}
