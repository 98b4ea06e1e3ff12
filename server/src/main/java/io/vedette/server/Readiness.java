package io.vedette.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vedette.schema.Camera;
import io.vedette.store.Store;
import io.vedette.store.StoreException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether every part that answers depend on is there. */
final class Readiness {

    private final Store store;
    private final SchemaMigration migration;
    private final CompactedTopic<Camera> list;

    Readiness(Store store, SchemaMigration migration, CompactedTopic<Camera> list) {
        this.store = store;
        this.migration = migration;
        this.list = list;
    }

    Report report() {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("store", store());
        parts.put("cameras", cameras());
        return new Report(parts.values().stream().allMatch(Part::ready), parts);
    }

    private Part store() {
        try {
            store.ping();
        } catch (StoreException e) {
            return new Part(false, "The store does not answer.");
        }
        return migration.isDone()
                ? new Part(true, null)
                : new Part(false, "The store's schema is being migrated.");
    }

    private Part cameras() {
        return list.isCaughtUp()
                ? new Part(true, null)
                : new Part(false, "The camera list has not been read to its end.");
    }

    /** The answer: all parts by name. */
    record Report(boolean ready, Map<String, Part> parts) {}

    /** One part and, when it is not ready, why. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(boolean ready, @Nullable String detail) {}
}
