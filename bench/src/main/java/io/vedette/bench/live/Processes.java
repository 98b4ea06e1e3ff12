package io.vedette.bench.live;

/**
 * The processes of a measurement.
 *
 * @param job this one, with the cluster and the bench in it
 */
record Processes(ProcessHandle job, ProcessHandle broker, ProcessHandle simulator) {

    static Processes of(long broker, long simulator) {
        return new Processes(ProcessHandle.current(), process(broker), process(simulator));
    }

    private static ProcessHandle process(long pid) {
        return ProcessHandle.of(pid)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "Process %d must run but is gone.".formatted(pid)));
    }
}
