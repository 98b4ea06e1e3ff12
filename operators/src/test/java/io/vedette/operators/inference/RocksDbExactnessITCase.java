package io.vedette.operators.inference;

import java.util.stream.LongStream;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link ExactnessTest} with state on disk. */
class RocksDbExactnessITCase {

    static LongStream seeds() {
        return ExactnessTest.seeds().limit(8);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyElementComesOutOnceInOrderWithExactState(long seed) throws Exception {
        ExactnessTest.proves(Scenario.of(seed), EmbeddedRocksDBStateBackend::new);
    }
}
