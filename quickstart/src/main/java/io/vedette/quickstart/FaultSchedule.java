package io.vedette.quickstart;

import io.vedette.quickstart.cameras.FaultArgument;
import io.vedette.quickstart.cameras.SimulatedCamera;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The {@code --fault} arguments, and their coming true in time. */
final class FaultSchedule implements AutoCloseable {

    private static final int NAMED = 16;

    private final Map<String, SimulatedCamera> cameras;
    private final List<FaultArgument> faults = new ArrayList<>();
    private @Nullable ScheduledExecutorService timer;

    private FaultSchedule(Map<String, SimulatedCamera> cameras) {
        this.cameras = cameras;
    }

    /**
     * What was asked for of some cameras.
     *
     * @throws UserError naming everything that is wrong with it
     */
    static FaultSchedule of(List<String> arguments, Map<String, SimulatedCamera> cameras) {
        FaultSchedule schedule = new FaultSchedule(cameras);
        List<String> problems = new ArrayList<>();
        for (String argument : arguments) {
            try {
                schedule.add(FaultArgument.parse(argument));
            } catch (IllegalArgumentException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw UserError.of(problems);
        }
        return schedule;
    }

    private void add(FaultArgument fault) {
        if (fault.camera() != null && !cameras.containsKey(fault.camera())) {
            throw new IllegalArgumentException(
                    "Fault of camera '%s': the cameras are %s.".formatted(fault.camera(), names()));
        }
        faults.add(fault);
    }

    private String names() {
        String first = cameras.keySet().stream().limit(NAMED).collect(Collectors.joining(", "));
        return cameras.size() > NAMED ? first + ", …" : first;
    }

    /** Sets those faults that have no delay, and waits for the others. */
    void begin() {
        ScheduledExecutorService running =
                new ScheduledThreadPoolExecutor(1, FaultSchedule::thread);
        timer = running;
        for (FaultArgument fault : faults) {
            if (fault.after().isZero()) {
                set(fault);
            } else {
                var unused =
                        running.schedule(
                                () -> set(fault), fault.after().toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "faults");
        thread.setDaemon(true);
        return thread;
    }

    private void set(FaultArgument fault) {
        SimulatedCamera one = fault.camera() == null ? null : cameras.get(fault.camera());
        Collection<SimulatedCamera> meant = one == null ? cameras.values() : List.of(one);
        meant.forEach(camera -> camera.set(fault.fault()));
    }

    @Override
    public void close() {
        if (timer != null) {
            timer.shutdownNow();
        }
    }
}
