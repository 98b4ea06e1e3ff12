package io.vedette.quickstart;

import io.vedette.job.JobSettings;
import io.vedette.job.Pipeline;
import io.vedette.job.TopicCreation;
import io.vedette.schema.Topics;
import io.vedette.server.ServerSettings;
import io.vedette.server.VedetteServer;
import io.vedette.store.Store;
import io.vedette.store.StoreSettings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The parts of one test on the shared system: topics of its own, and the jobs that it runs. */
final class TestPipeline implements AutoCloseable {

    private static final long CHECKPOINT_INTERVAL_MILLIS = 500;

    private final KafkaBroker broker;
    private final PostgresServer database;
    private final TestFlink flink;
    private final Topics topics;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    TestPipeline(KafkaBroker broker, PostgresServer database, TestFlink flink, String prefix) {
        this.broker = broker;
        this.database = database;
        this.flink = flink;
        this.topics = new Topics(prefix);
        TopicCreation.createMissing(broker.bootstrapServers(), topics);
        Store store = store();
        store.migrate();
    }

    KafkaBroker broker() {
        return broker;
    }

    Topics topics() {
        return topics;
    }

    TestFlink flink() {
        return flink;
    }

    /** Submits a job that keeps its results on Kafka and in the store. */
    JobID submit(String mode, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("--mode", mode));
        arguments.addAll(List.of("--kafka.bootstrap-servers", broker.bootstrapServers()));
        arguments.addAll(List.of("--topics.prefix", topics.prefix()));
        arguments.addAll(List.of("--kafka.group", topics.prefix()));
        arguments.addAll(List.of("--store.url", database.jdbcUrl()));
        arguments.addAll(List.of("--store.user", PostgresServer.USER));
        arguments.addAll(List.of(more));
        JobID job = flink.submit(graph(JobSettings.parse(arguments.toArray(String[]::new))));
        parts.push(() -> flink.cancel(job));
        return job;
    }

    private static JobGraph graph(JobSettings settings) {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment();
        environment.setParallelism(1);
        environment.enableCheckpointing(CHECKPOINT_INTERVAL_MILLIS);
        Pipeline.build(environment, settings);
        return environment.getStreamGraph().getJobGraph();
    }

    /** What the jobs publish, from the beginning. */
    SeenResults results() {
        SeenResults results = new SeenResults(broker, topics.detections());
        parts.push(results);
        return results;
    }

    Store store() {
        Store store = Store.open(storeSettings());
        parts.push(store);
        return store;
    }

    /** A server at a free port that shows what the jobs store. */
    VedetteServer server() {
        VedetteServer server =
                VedetteServer.start(
                        new ServerSettings(
                                ServerSettings.DEFAULT_HOST,
                                0,
                                storeSettings(),
                                broker.bootstrapServers(),
                                topics));
        parts.push(server);
        return server;
    }

    private StoreSettings storeSettings() {
        return new StoreSettings(database.jdbcUrl(), PostgresServer.USER, "", 2);
    }

    @Override
    public void close() throws Exception {
        while (!parts.isEmpty()) {
            parts.pop().close();
        }
    }
}
