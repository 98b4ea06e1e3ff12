package io.vedette.server;

import static org.awaitility.Awaitility.await;

import io.vedette.schema.Box;
import io.vedette.schema.Detection;
import io.vedette.schema.FrameResult;
import io.vedette.schema.LatencyMs;
import io.vedette.schema.ModelRef;
import io.vedette.schema.Route;
import io.vedette.schema.Snapshot;
import io.vedette.schema.Topics;
import io.vedette.store.Store;
import io.vedette.store.StoreSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A server with two cameras, of which one has seen something. */
final class TestServer {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456Z");

    /** Its beginning is that of every JPEG. */
    static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9};

    private TestServer() {}

    static VedetteServer start(StoreSettings store, FakeTopics topics) {
        return start(store, topics, null);
    }

    static VedetteServer start(StoreSettings store, FakeTopics topics, Path models) {
        return VedetteServer.start(
                new ServerSettings(
                        "127.0.0.1", 0, store, "unused:9092", Topics.withDefaultPrefix(), models),
                topics);
    }

    /** A client of a server that is ready. */
    static Client client(VedetteServer server) {
        Client client = new Client(server.port());
        await().until(() -> client.get("/readyz").statusCode() == 200);
        return client;
    }

    static FakeTopics cameras() {
        FakeTopics topics = FakeTopics.empty();
        topics.cameras()
                .put(
                        "gate-1",
                        """
                {"id":"gate-1","uri":"rtsp://user:s3cret@10.0.0.7/live","model":"yolox-nano",
                 "framesPerSecond":5,"zones":[{"id":"door","points":[{"x":0,"y":0},{"x":1,"y":1}]}]}
                """);
        topics.cameras()
                .put("yard", "{\"id\":\"yard\",\"uri\":\"file:/yard.mp4\",\"enabled\":false}");
        return topics;
    }

    static StoreSettings filledStore() {
        StoreSettings settings = TestDatabase.create();
        try (Store store = Store.open(settings)) {
            store.migrate();
            FrameResult first = frame(1, "dog", null);
            store.resultWriter().write(List.of(first, frame(2, "person", 17L)));
            store.pictureWriter().write(List.of(new Snapshot(first, JPEG)));
        }
        return settings;
    }

    /** What gate-1 saw so many seconds after noon. */
    static FrameResult frame(long sequence, String label, Long track) {
        Instant capturedAt = NOON.plusSeconds(sequence);
        Box box = new Box(412, 101.5f, 54.2f, 140.8f);
        return new FrameResult(
                "gate-1",
                sequence,
                capturedAt,
                768,
                432,
                capturedAt.plusMillis(8),
                new ModelRef("yolox-nano", "1", "695e750a", Route.LIVE),
                new LatencyMs(3.1, 11.8, 21.4),
                List.of(new Detection(label, 0, 0.91f, box, track)));
    }
}
