package io.vedette.quickstart.cameras;

import static io.netty.handler.codec.rtsp.RtspHeaderNames.CONTENT_BASE;
import static io.netty.handler.codec.rtsp.RtspHeaderNames.CONTENT_TYPE;
import static io.netty.handler.codec.rtsp.RtspHeaderNames.RANGE;
import static io.netty.handler.codec.rtsp.RtspHeaderNames.RTP_INFO;
import static io.netty.handler.codec.rtsp.RtspHeaderNames.SESSION;
import static io.netty.handler.codec.rtsp.RtspHeaderNames.TRANSPORT;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.rtsp.RtspResponseStatuses;
import io.vedette.quickstart.cameras.rtsp.InterleavedTransport;
import io.vedette.quickstart.cameras.rtsp.RtpTransport;
import io.vedette.quickstart.cameras.rtsp.RtspFraming;
import io.vedette.quickstart.cameras.rtsp.RtspRefusal;
import io.vedette.quickstart.cameras.rtsp.RtspReply;
import io.vedette.quickstart.cameras.rtsp.TransportRequest;
import io.vedette.quickstart.cameras.rtsp.UdpTransport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Answers the requests of one connection, once they are found right. */
final class RtspMethodHandler {

    private final CameraServer server;
    private final List<RtspSession> own = new ArrayList<>();
    private int nextChannel;

    RtspMethodHandler(CameraServer server) {
        this.server = server;
    }

    void serve(
            ChannelHandlerContext context,
            FullHttpRequest request,
            RtspTarget target,
            RtspReply reply)
            throws RtspRefusal {
        switch (request.method().name()) {
            case "DESCRIBE" -> describe(context, target, reply);
            case "SETUP" -> setUp(context, request, target, reply);
            case "GET_PARAMETER", "SET_PARAMETER" -> keepAlive(request, reply);
            default -> control(request, session(request, target), target, reply);
        }
    }

    private void describe(ChannelHandlerContext context, RtspTarget target, RtspReply reply) {
        InetSocketAddress here = (InetSocketAddress) context.channel().localAddress();
        SimulatedCamera camera = target.camera();
        String text =
                SessionDescription.of(
                        camera.id(), camera.feed(), here.getAddress().getHostAddress());
        Runnable answer =
                () ->
                        reply.ok(
                                response -> {
                                    response.headers().set(CONTENT_TYPE, "application/sdp");
                                    response.headers()
                                            .set(CONTENT_BASE, target.path().base() + "/");
                                    response.content().writeCharSequence(text, UTF_8);
                                });
        Duration late =
                camera.faults()
                        .get(Fault.DescribeLate.class)
                        .map(Fault.DescribeLate::by)
                        .orElse(Duration.ZERO);
        if (late.isZero()) {
            answer.run();
        } else {
            var unused = context.executor().schedule(answer, late.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void setUp(
            ChannelHandlerContext context,
            FullHttpRequest request,
            RtspTarget target,
            RtspReply reply)
            throws RtspRefusal {
        String wanted = request.headers().get(TRANSPORT);
        if (wanted == null) {
            throw new RtspRefusal(RtspResponseStatuses.BAD_REQUEST);
        }
        TransportRequest way =
                TransportRequest.of(wanted)
                        .orElseThrow(
                                () -> new RtspRefusal(RtspResponseStatuses.UNSUPPORTED_TRANSPORT));
        if (request.headers().get(SESSION) != null) {
            RtspSession former = session(request, target);
            if (former.isPlaying()) {
                throw new RtspRefusal(RtspResponseStatuses.METHOD_NOT_VALID);
            }
            former.run(former::end);
        }
        String id = Sessions.randomId();
        RtspSession session =
                new RtspSession(
                        id,
                        target.camera(),
                        context.channel(),
                        transport(context, id, way),
                        server.sessions());
        own.removeIf(RtspSession::hasEnded);
        own.add(session);
        server.sessions().add(session);
        reply.ok(
                response -> {
                    name(session, response);
                    response.headers().set(TRANSPORT, session.transportHeader());
                });
    }

    private RtpTransport transport(ChannelHandlerContext context, String id, TransportRequest way)
            throws RtspRefusal {
        TransportRequest.Channels channels = way.channels();
        if (way.interleaved() || channels == null) {
            TransportRequest.Channels chosen =
                    channels == null
                            ? new TransportRequest.Channels(nextChannel, nextChannel + 1)
                            : channels;
            nextChannel = (Math.max(chosen.rtp(), chosen.rtcp()) + 1) & 0xFE;
            return new InterleavedTransport(context.pipeline().context(RtspFraming.class), chosen);
        }
        try {
            return new UdpTransport(
                    ((InetSocketAddress) context.channel().localAddress()).getAddress(),
                    ((InetSocketAddress) context.channel().remoteAddress()).getAddress(),
                    channels,
                    context.channel().eventLoop(),
                    () -> touch(server.sessions().get(id)));
        } catch (IOException e) {
            throw new RtspRefusal(RtspResponseStatuses.SERVICE_UNAVAILABLE);
        }
    }

    private void keepAlive(FullHttpRequest request, RtspReply reply) throws RtspRefusal {
        String id = request.headers().get(SESSION);
        RtspSession session = id == null ? null : find(id);
        if (id != null && session == null) {
            throw new RtspRefusal(RtspResponseStatuses.SESSION_NOT_FOUND);
        }
        touch(session);
        if (request.content().isReadable()) {
            throw new RtspRefusal(RtspResponseStatuses.PARAMETER_NOT_UNDERSTOOD);
        }
        reply.ok(
                response -> {
                    if (session != null) {
                        name(session, response);
                    }
                });
    }

    private void control(
            FullHttpRequest request, RtspSession session, RtspTarget target, RtspReply reply) {
        String method = request.method().name();
        Runnable action =
                () -> {
                    switch (method) {
                        case "PLAY" -> play(session, target, reply);
                        case "PAUSE" -> {
                            session.pause();
                            reply.ok(response -> name(session, response));
                        }
                        default -> {
                            session.end();
                            reply.ok(response -> {});
                        }
                    }
                };
        session.run(action);
    }

    private void play(RtspSession session, RtspTarget target, RtspReply reply) {
        String position = session.play();
        reply.ok(
                response -> {
                    name(session, response);
                    response.headers().set(RANGE, "npt=now-");
                    response.headers()
                            .set(RTP_INFO, "url=%s;%s".formatted(target.path().track(), position));
                });
        session.begin();
    }

    private void name(RtspSession session, FullHttpResponse response) {
        long timeout = server.sessions().timeout().toSeconds();
        response.headers().set(SESSION, "%s;timeout=%d".formatted(session.id(), timeout));
    }

    private RtspSession session(FullHttpRequest request, RtspTarget target) throws RtspRefusal {
        RtspSession session = find(request.headers().get(SESSION, ""));
        if (session == null || session.camera() != target.camera()) {
            throw new RtspRefusal(RtspResponseStatuses.SESSION_NOT_FOUND);
        }
        session.touch();
        return session;
    }

    private @Nullable RtspSession find(String header) {
        return server.sessions().get(header.replaceFirst(";.*", "").strip());
    }

    /** A request that names a session is a sign of its life. */
    void touch(FullHttpRequest request) {
        touch(find(request.headers().get(SESSION, "")));
    }

    private static void touch(@Nullable RtspSession session) {
        if (session != null) {
            session.touch();
        }
    }

    boolean hasSession() {
        return own.stream().anyMatch(session -> !session.hasEnded());
    }

    /** A packet within the connection is a sign of life. */
    void touchWithin() {
        own.forEach(RtspSession::touch);
    }

    /** Ends what goes with the connection. */
    void endWithin() {
        own.stream().filter(RtspSession::isInterleaved).forEach(RtspSession::end);
    }
}
