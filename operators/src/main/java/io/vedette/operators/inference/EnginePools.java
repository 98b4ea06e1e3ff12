package io.vedette.operators.inference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.jspecify.annotations.Nullable;

/**
 * The pools of this process. Subtasks of one job that run the same model in the same way share one;
 * the last to leave closes it.
 */
final class EnginePools {

    private static final Map<Key, Shared<?, ?>> SHARED = new HashMap<>();

    private EnginePools() {}

    /** What is shared; the model's name stands for the types of its factory. */
    record Key(JobID job, String model, InferenceSettings settings) {}

    /**
     * A pool, opened if this is its first use.
     *
     * @throws Exception if its engines cannot be made
     */
    static <IN, R> Shared<IN, R> acquire(
            Key key, InferenceEngineFactory<IN, R> factory, List<Integer> gpus) throws Exception {
        Shared<IN, R> shared = enter(key);
        try {
            shared.open(factory, gpus);
            return shared;
        } catch (Exception e) {
            shared.release();
            throw e;
        }
    }

    @SuppressWarnings("unchecked") // by the meaning of the key
    private static <IN, R> Shared<IN, R> enter(Key key) {
        synchronized (SHARED) {
            Shared<?, ?> shared = SHARED.computeIfAbsent(key, Shared::new);
            shared.users++;
            return (Shared<IN, R>) shared;
        }
    }

    /** A pool and how many use it. */
    static final class Shared<IN, R> {

        private final Key key;
        private int users;
        private @Nullable EnginePool<IN, R> pool;

        private Shared(Key key) {
            this.key = key;
        }

        private synchronized void open(InferenceEngineFactory<IN, R> factory, List<Integer> gpus)
                throws Exception {
            if (pool == null) {
                pool = EnginePool.open(factory, gpus, key.settings(), this::forget);
            }
        }

        synchronized EnginePool<IN, R> pool() {
            if (pool == null) {
                throw new IllegalStateException("Pool of model '%s' is not open.".formatted(key));
            }
            return pool;
        }

        /** After a fatal error nobody else may come. */
        private void forget() {
            synchronized (SHARED) {
                SHARED.remove(key, this);
            }
        }

        /** Says that one user leaves. */
        void release() throws InterruptedException {
            synchronized (SHARED) {
                users--;
                if (users > 0) {
                    return;
                }
                SHARED.remove(key, this);
            }
            close();
        }

        private synchronized void close() throws InterruptedException {
            if (pool != null) {
                pool.close();
            }
        }
    }
}
