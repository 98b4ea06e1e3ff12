package io.vedette.sources.list;

import io.vedette.schema.CameraStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is still to be told of cameras: the newest of each, in the order of its coming. Nothing in
 * place of a status means a tombstone.
 */
final class StatusBacklog {

    private final Map<String, Optional<CameraStatus>> waiting = new LinkedHashMap<>();
    private @Nullable Set<String> only;
    private boolean closed;

    synchronized void put(String camera, Optional<CameraStatus> status) {
        waiting.remove(camera);
        waiting.put(camera, status);
        notifyAll();
    }

    /** Adds what is not out of date by now. */
    synchronized void putBack(Map<String, Optional<CameraStatus>> taken) {
        taken.forEach(waiting::putIfAbsent);
    }

    synchronized void setOnly(Set<String> cameras) {
        only = cameras;
        notifyAll();
    }

    /** The cameras besides which there are none; null if nothing is known of others. */
    synchronized @Nullable Set<String> only() {
        return only;
    }

    /** Nothing more comes. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized void awaitAny() throws InterruptedException {
        while (waiting.isEmpty() && only == null && !closed) {
            wait();
        }
    }

    /** Takes out all, once there is something; empty when there is nothing and never will be. */
    synchronized Map<String, Optional<CameraStatus>> take() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        Map<String, Optional<CameraStatus>> taken = new LinkedHashMap<>(waiting);
        waiting.clear();
        return taken;
    }
}
