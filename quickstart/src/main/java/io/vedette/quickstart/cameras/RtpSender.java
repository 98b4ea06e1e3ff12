package io.vedette.quickstart.cameras;

import io.netty.channel.EventLoop;
import io.vedette.quickstart.cameras.rtp.RtpUnit;
import io.vedette.quickstart.cameras.rtsp.RtpTransport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Shows a camera's feed to one viewer, with the camera's faults.
 *
 * <p>A viewer that does not keep up misses pictures, up to the next key picture, and is
 * disconnected when it takes nothing for ten seconds; what waits for it is bounded by the
 * transport. Used in the event loop of its connection.
 */
final class RtpSender implements Feed.Viewer {

    private static final long STUCK = MediaTime.seconds(10);
    private static final int MOST_AT_ONCE = 100 << 10;

    private final SimulatedCamera camera;
    private final RtpTransport transport;
    private final RtpStream stream;
    private final EventLoop loop;
    private final Runnable disconnect;
    private final DecodableStart gate = new DecodableStart();
    private final DelayLine delayed;
    private final long began = MediaTime.now();
    private Feed feed;
    private List<RtpUnit> group = List.of();
    private @Nullable RtpUnit lastKey;
    private long lastNumber = -1;
    private long lastTicks = Long.MIN_VALUE;
    private long lastWaiting;
    private long lastTaken = began;
    private boolean stopped;

    RtpSender(
            SimulatedCamera camera,
            RtpTransport transport,
            RtpStream stream,
            EventLoop loop,
            Runnable disconnect) {
        this.camera = camera;
        this.transport = transport;
        this.stream = stream;
        this.loop = loop;
        this.disconnect = disconnect;
        this.delayed = new DelayLine(loop, this::send);
        this.feed = camera.feed();
    }

    @Override
    public EventLoop loop() {
        return loop;
    }

    /**
     * Joins the feed, and says where the stream will begin. Nothing is sent before {@link #begin}.
     */
    String join() {
        long earliest = feed.earliest();
        group = joined();
        long first = group.isEmpty() ? earliest : group.get(0).ticks();
        return stream.position(first, camera.faults());
    }

    private List<RtpUnit> joined() {
        List<RtpUnit> units = feed.join(this);
        int size = units.stream().mapToInt(RtpUnit::size).sum();
        if (transport.isInterleaved() || size <= MOST_AT_ONCE) {
            return units;
        }
        units.forEach(RtpUnit::release);
        return List.of();
    }

    /** Sends what must be seen first; everything else follows when the feed shows it. */
    void begin() {
        List<RtpUnit> units = group;
        Feed shown = feed;
        group = List.of();
        try {
            units.stream().takeWhile(unit -> feed == shown).forEach(this::show);
        } finally {
            units.forEach(RtpUnit::release);
        }
    }

    @Override
    public void show(RtpUnit unit) {
        if (stopped || unit.number() <= lastNumber) {
            return;
        }
        Faults faults = camera.faults();
        if (isOver(faults) || isStuck()) {
            disconnect.run();
        } else if (camera.feed() != feed) {
            changeFeed();
        } else {
            lastNumber = unit.number();
            keepIfKey(unit);
            choose(unit, faults);
        }
    }

    private boolean isOver(Faults faults) {
        return faults.get(Fault.CloseAfter.class)
                .filter(fault -> hasPlayed(fault.played()))
                .isPresent();
    }

    private boolean hasPlayed(Duration time) {
        return MediaTime.nanos(MediaTime.now() - began) >= time.toNanos();
    }

    private boolean isCut(Faults faults) {
        return faults.get(Fault.CutPacket.class)
                .filter(fault -> hasPlayed(fault.played()))
                .isPresent();
    }

    private boolean isStuck() {
        long now = MediaTime.now();
        long waiting = transport.waiting();
        if (waiting == 0 || waiting < lastWaiting) {
            lastTaken = now;
        }
        lastWaiting = waiting;
        return now - lastTaken > STUCK;
    }

    private void changeFeed() {
        feed.leave(this);
        Feed former = feed;
        feed = camera.feed();
        if (!feed.format().isSameAs(former.format())) {
            disconnect.run();
            return;
        }
        lastNumber = -1;
        gate.close();
        group = joined();
        begin();
    }

    private void keepIfKey(RtpUnit unit) {
        if (unit.isKey()) {
            releaseKey();
            lastKey = unit.retain();
        }
    }

    private void releaseKey() {
        if (lastKey != null) {
            lastKey.release();
            lastKey = null;
        }
    }

    private void choose(RtpUnit unit, Faults faults) {
        if (isCut(faults)) {
            stream.cut(unit, faults);
            disconnect.run();
        } else if (faults.has(Fault.Freeze.class) || faults.has(Fault.BlackHole.class)) {
            gate.close();
        } else if (faults.has(Fault.FreezePicture.class)) {
            gate.close();
            if (lastKey != null) {
                delay(lastKey, Math.max(lastTicks + 1, unit.steadyTicks()), faults);
            }
        } else if (gate.passes(unit)) {
            delay(unit, unit.ticks(), faults);
        }
    }

    private void delay(RtpUnit unit, long ticks, Faults faults) {
        lastTicks = Math.max(lastTicks, ticks);
        long wait = faults.get(Fault.Delay.class).map(RtpSender::nanos).orElse(0L);
        if (wait == 0 && delayed.isEmpty()) {
            send(unit, ticks);
        } else if (!delayed.add(unit, ticks, wait)) {
            gate.close();
        }
    }

    private static long nanos(Fault.Delay delay) {
        Duration jitter = delay.jitter();
        long more =
                jitter.isZero() ? 0 : ThreadLocalRandom.current().nextLong(jitter.toNanos() + 1);
        return delay.least().toNanos() + more;
    }

    private void send(RtpUnit unit, long ticks) {
        if (transport.waiting() == 0) {
            stream.send(unit, ticks, camera.faults());
            camera.pictureSent();
        } else {
            gate.close();
        }
    }

    @Override
    public void ended() {
        disconnect.run();
    }

    /** Leaves the feed; nothing is sent any more. */
    void stop() {
        stopped = true;
        feed.leave(this);
        releaseKey();
        delayed.clear();
        group.forEach(RtpUnit::release);
        group = List.of();
    }
}
