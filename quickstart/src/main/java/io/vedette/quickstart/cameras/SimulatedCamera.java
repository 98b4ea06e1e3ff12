package io.vedette.quickstart.cameras;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * One camera: what it shows and what is wrong with it.
 *
 * <p>Faults come and go at any time and from any thread; they hold for everybody who watches, from
 * the next picture on.
 */
public final class SimulatedCamera {

    private final String id;
    private final Feed ownFeed;
    private final Set<RtspSession> sessions = ConcurrentHashMap.newKeySet();
    private final LongAdder sent = new LongAdder();
    private volatile Faults faults = Faults.NONE;

    /**
     * A camera without faults.
     *
     * @param id its path on the server: letters, digits, {@code -}, {@code _} and {@code .}
     * @param feed which other cameras may show, too
     */
    public SimulatedCamera(String id, Feed feed) {
        if (!id.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException(
                    "Camera id must be of letters, digits, '-', '_' and '.' but was '%s'."
                            .formatted(id));
        }
        this.id = id;
        this.ownFeed = feed;
    }

    public String id() {
        return id;
    }

    /** Adds a fault, in the place of one of the same kind. */
    public synchronized void set(Fault fault) {
        faults = faults.with(fault);
    }

    /** Takes a fault away. */
    public synchronized void clear(Class<? extends Fault> kind) {
        faults = faults.without(kind);
    }

    /** Takes all faults away. */
    public synchronized void clear() {
        faults = Faults.NONE;
    }

    Faults faults() {
        return faults;
    }

    /** What is shown now. */
    Feed feed() {
        return faults.get(Fault.ShowInstead.class).map(Fault.ShowInstead::feed).orElse(ownFeed);
    }

    /** Breaks off all connections that watch it; they may come again. */
    public void closeConnections() {
        sessions.forEach(RtspSession::disconnect);
    }

    /** How many sessions are set up. */
    public int sessions() {
        return sessions.size();
    }

    /** How many pictures were sent, to all who watched together. */
    public long picturesSent() {
        return sent.sum();
    }

    void pictureSent() {
        sent.increment();
    }

    void add(RtspSession session) {
        sessions.add(session);
    }

    void remove(RtspSession session) {
        sessions.remove(session);
    }
}
