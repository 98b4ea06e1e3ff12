package io.vedette.quickstart.cameras;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.rtsp.RtspDecoder;
import io.netty.handler.codec.rtsp.RtspEncoder;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.vedette.quickstart.cameras.rtsp.RtspFraming;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Any number of cameras behind one RTSP port (RFC 2326), each at {@code rtsp://host:port/id}.
 *
 * <p>A slow viewer misses pictures; it never delays others, and at most two megabytes wait for it.
 */
public final class CameraServer implements AutoCloseable {

    private static final int LOOPS = 2;
    private static final int LARGEST_REQUEST = 64 << 10;
    private static final WriteBufferWaterMark WAITING = new WriteBufferWaterMark(1 << 19, 1 << 21);

    private final CameraServerSettings settings;
    private final Map<String, SimulatedCamera> cameras = new ConcurrentHashMap<>();
    private final Sessions sessions;
    private final EventLoopGroup loops = loops("cameras", LOOPS);
    private @Nullable Channel listening;
    private int port;

    private CameraServer(CameraServerSettings settings) {
        this.settings = settings;
        this.sessions = new Sessions(settings.sessionTimeout());
        this.port = settings.port();
    }

    private static EventLoopGroup loops(String name, int number) {
        return new MultiThreadIoEventLoopGroup(
                number, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
    }

    /**
     * Listens from now on.
     *
     * @throws IOException if it cannot, for example because the port is taken
     */
    public static CameraServer start(CameraServerSettings settings) throws IOException {
        CameraServer server = new CameraServer(settings);
        try {
            server.startAccepting();
        } catch (IOException e) {
            server.close();
            throw e;
        }
        long period = Math.max(250, settings.sessionTimeout().toMillis() / 4);
        var unused =
                server.loops.scheduleAtFixedRate(
                        server.sessions::endDead, period, period, TimeUnit.MILLISECONDS);
        return server;
    }

    /** Makes a camera known, in the place of one with its id. */
    public void add(SimulatedCamera camera) {
        cameras.put(camera.id(), camera);
    }

    /** Answers "not found" for a camera from now on; who watches it may watch on. */
    public void remove(SimulatedCamera camera) {
        cameras.remove(camera.id(), camera);
    }

    /** Where to watch a camera, without a login. */
    public String uri(SimulatedCamera camera) {
        String host = settings.host();
        return "rtsp://%s:%d/%s"
                .formatted(host.contains(":") ? "[" + host + "]" : host, port(), camera.id());
    }

    public synchronized int port() {
        return port;
    }

    /** Refuses new connections from now on; those that are there stay. */
    public synchronized void stopAccepting() {
        if (listening != null) {
            end(listening.eventLoop().parent());
            listening = null;
        }
    }

    /** Listens again, on the same port. */
    public synchronized void startAccepting() throws IOException {
        if (listening == null) {
            Channel channel = bind();
            port = ((InetSocketAddress) channel.localAddress()).getPort();
            listening = channel;
        }
    }

    /**
     * Listens in a loop of its own: only with its loop is a port sure to be closed, for a selector
     * keeps it open until it selects again.
     */
    private Channel bind() throws IOException {
        EventLoopGroup own = loops("cameras-accepting", 1);
        var binding =
                new ServerBootstrap()
                        .group(own, loops)
                        .channel(NioServerSocketChannel.class)
                        .option(ChannelOption.SO_REUSEADDR, true)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WAITING)
                        .childHandler(new Connections())
                        .bind(settings.host(), port)
                        .awaitUninterruptibly();
        if (!binding.isSuccess()) {
            end(own);
            throw new IOException(
                    "cannot listen on %s:%d: %s"
                            .formatted(settings.host(), port, binding.cause().getMessage()),
                    binding.cause());
        }
        return binding.channel();
    }

    /** Sets a new connection up. */
    private final class Connections extends ChannelInitializer<SocketChannel> {

        @Override
        protected void initChannel(SocketChannel channel) {
            RtspConnection connection = new RtspConnection(CameraServer.this);
            channel.pipeline()
                    .addLast(new RtspFraming(connection::packetSeen))
                    .addLast(new RtspDecoder())
                    .addLast(new RtspEncoder())
                    .addLast(new HttpObjectAggregator(LARGEST_REQUEST))
                    .addLast(
                            new IdleStateHandler(
                                    settings.sessionTimeout().toMillis(),
                                    0,
                                    0,
                                    TimeUnit.MILLISECONDS))
                    .addLast(connection);
        }
    }

    @Nullable SimulatedCamera camera(String id) {
        return cameras.get(id);
    }

    Sessions sessions() {
        return sessions;
    }

    CameraServerSettings settings() {
        return settings;
    }

    /** Ends all sessions and connections; feeds that nobody else watches stop by themselves. */
    @Override
    public void close() {
        stopAccepting();
        sessions.endAll();
        end(loops);
    }

    private static void end(EventLoopGroup loops) {
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
