package io.vedette.operators.inference;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Engines that do to each element what its {@link Fate} says. What they did is in their {@link
 * EngineLog}, one for each name, also where Flink serialized the factory in between.
 *
 * @param name of the model
 * @param room the largest batch that fits into the memory of their device
 * @param maxMicros how long a call takes at most
 */
record FatefulEngines(String name, int room, int maxMicros)
        implements InferenceEngineFactory<Item, String> {

    private static final Map<String, EngineLog> LOGS = new ConcurrentHashMap<>();

    EngineLog log() {
        return LOGS.computeIfAbsent(name, EngineLog::new);
    }

    @Override
    public InferenceEngine<Item, String> create(Place place) {
        return new Engine(log(), log().created());
    }

    private final class Engine implements InferenceEngine<Item, String> {

        private final EngineLog log;
        private final int number;

        private Engine(EngineLog log, int number) {
            this.log = log;
            this.number = number;
        }

        @Override
        public String device() {
            return "test";
        }

        @Override
        public List<String> infer(List<Item> batch) throws Exception {
            log.begins(number, batch);
            try {
                return answers(batch);
            } finally {
                log.ends(number);
            }
        }

        private List<String> answers(List<Item> batch) throws Exception {
            if (batch.size() > room) {
                throw new DeviceMemoryException("no room for " + batch.size(), null);
            }
            if (maxMicros > 0) {
                int micros = Math.floorMod(batch.get(0).answer().hashCode(), maxMicros);
                LockSupport.parkNanos(micros * 1_000L);
            }
            for (Item item : batch) {
                if (item.fate() == Fate.LOST_ONCE && log.first(item)) {
                    return List.of();
                }
                meet(item, batch.size());
            }
            return batch.stream().map(Item::answer).toList();
        }

        private void meet(Item item, int batchSize) throws Exception {
            switch (item.fate()) {
                case BAD -> throw new IllegalStateException("cannot infer " + item.answer());
                case LONER -> {
                    if (batchSize > 1) {
                        throw new IllegalStateException("cannot infer beside " + item.answer());
                    }
                }
                case HANGS -> log.hang();
                case HANGS_AND_BREAKS -> {
                    log.hang();
                    throw new StackOverflowError("late " + item.answer());
                }
                case FATAL_ONCE -> {
                    if (log.first(item)) {
                        throw new StackOverflowError("fatal " + item.answer());
                    }
                }
                case GOOD, LOST_ONCE -> {}
            }
        }

        @Override
        public void close() {
            log.closed(number);
        }
    }
}
