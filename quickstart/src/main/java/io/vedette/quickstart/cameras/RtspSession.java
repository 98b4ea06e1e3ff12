package io.vedette.quickstart.cameras;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.vedette.quickstart.cameras.rtsp.RtpTransport;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer has set up. It ends by itself when there was no sign of life for its timeout, and
 * with its connection if its packets go that way. Used in the event loop of its connection, except
 * where said.
 */
final class RtspSession {

    private final String id;
    private final SimulatedCamera camera;
    private final Channel connection;
    private final RtpTransport transport;
    private final RtpStream stream;
    private final Sessions sessions;
    private volatile @Nullable RtpSender sender;
    private String position = "";
    private boolean ended;
    private volatile long lastSign = System.nanoTime();

    RtspSession(
            String id,
            SimulatedCamera camera,
            Channel connection,
            RtpTransport transport,
            Sessions sessions) {
        this.id = id;
        this.camera = camera;
        this.connection = connection;
        this.transport = transport;
        this.sessions = sessions;
        this.stream = new RtpStream(transport, camera.feed().format(), camera.id());
    }

    String id() {
        return id;
    }

    SimulatedCamera camera() {
        return camera;
    }

    /** Does something with it in its event loop; from any thread. */
    void run(Runnable action) {
        EventLoop loop = connection.eventLoop();
        if (loop.inEventLoop()) {
            action.run();
        } else {
            loop.execute(action);
        }
    }

    /** What SETUP answers about the way of the packets. */
    String transportHeader() {
        return "%s;ssrc=%08X;mode=\"PLAY\"".formatted(transport.header(), stream.source());
    }

    /** Whether its packets go over its connection. */
    boolean isInterleaved() {
        return transport.isInterleaved();
    }

    /** Its viewer is there; from any thread. */
    void touch() {
        lastSign = System.nanoTime();
    }

    /** From any thread. */
    boolean isDead(Duration timeout) {
        return System.nanoTime() - lastSign > timeout.toNanos();
    }

    /** From any thread. */
    boolean isPlaying() {
        return sender != null;
    }

    /**
     * Begins to play; packets flow after {@link #begin}.
     *
     * @return where the stream begins, for {@code RTP-Info}
     */
    String play() {
        if (sender == null) {
            RtpSender started =
                    new RtpSender(
                            camera, transport, stream, connection.eventLoop(), this::disconnect);
            sender = started;
            position = started.join();
        }
        return position;
    }

    void begin() {
        RtpSender playing = sender;
        if (playing != null) {
            playing.begin();
        }
    }

    void pause() {
        RtpSender playing = sender;
        if (playing != null) {
            sender = null;
            playing.stop();
        }
    }

    /** Breaks it off together with its connection, soon; from any thread. */
    void disconnect() {
        connection
                .eventLoop()
                .execute(
                        () -> {
                            end();
                            var unused = connection.close();
                        });
    }

    /** Frees everything; does nothing the second time. */
    void end() {
        if (!ended) {
            ended = true;
            sessions.remove(this);
            pause();
            transport.close();
        }
    }

    boolean hasEnded() {
        return ended;
    }
}
