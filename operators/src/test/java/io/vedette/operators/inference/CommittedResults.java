package io.vedette.operators.inference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** A transactional sink: what it took counts once the checkpoint after it is complete, and once. */
final class CommittedResults extends ProcessFunction<Counted, Counted>
        implements CheckpointedFunction, CheckpointListener {

    private static final Map<String, Committed> RUNS = new ConcurrentHashMap<>();

    private final String run;
    private final TreeMap<Long, Tuple2<String, List<Counted>>> prepared = new TreeMap<>();
    private transient List<Counted> open;
    private transient ListState<Tuple2<String, List<Counted>>> state;

    /** What counts of one run. */
    private static final class Committed {

        private final Set<String> transactions = new HashSet<>();
        private final List<Counted> results = new ArrayList<>();

        private synchronized void add(Tuple2<String, List<Counted>> transaction) {
            if (transactions.add(transaction.f0)) {
                results.addAll(transaction.f1);
            }
        }

        private synchronized List<Counted> results() {
            return List.copyOf(results);
        }
    }

    CommittedResults(String run) {
        this.run = run;
    }

    static List<Counted> of(String run) {
        return RUNS.computeIfAbsent(run, name -> new Committed()).results();
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        open = new ArrayList<>();
        state =
                context.getOperatorStateStore()
                        .getListState(
                                new ListStateDescriptor<>(
                                        "prepared",
                                        Types.TUPLE(
                                                Types.STRING,
                                                Types.LIST(TypeInformation.of(Counted.class)))));
        for (Tuple2<String, List<Counted>> transaction : state.get()) {
            commit(transaction);
        }
    }

    @Override
    public void processElement(Counted value, Context context, Collector<Counted> out) {
        open.add(value);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        prepared.put(context.getCheckpointId(), Tuple2.of(UUID.randomUUID().toString(), open));
        open = new ArrayList<>();
        state.update(List.copyOf(prepared.values()));
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) {
        Map<Long, Tuple2<String, List<Counted>>> complete = prepared.headMap(checkpoint, true);
        complete.values().forEach(this::commit);
        complete.clear();
    }

    private void commit(Tuple2<String, List<Counted>> transaction) {
        RUNS.computeIfAbsent(run, name -> new Committed()).add(transaction);
    }
}
