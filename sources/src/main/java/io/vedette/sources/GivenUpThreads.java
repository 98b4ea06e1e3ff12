package io.vedette.sources;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The threads that a native call never gave back, by camera, also those of cameras that left. */
final class GivenUpThreads {

    /** A camera that has so many is not opened any more until one comes back. */
    static final int MAX = 3;

    private final Map<String, Queue<Thread>> threads = new ConcurrentHashMap<>();

    void add(String camera, Thread thread) {
        threads.computeIfAbsent(camera, c -> new ConcurrentLinkedQueue<>()).add(thread);
    }

    int count(String camera) {
        Queue<Thread> given = threads.get(camera);
        if (given == null) {
            return 0;
        }
        given.removeIf(thread -> !thread.isAlive());
        return given.size();
    }
}
