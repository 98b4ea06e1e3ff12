package io.vedette.quickstart.cameras;

import static io.netty.handler.codec.rtsp.RtspHeaderNames.ALLOW;
import static io.netty.handler.codec.rtsp.RtspHeaderNames.AUTHORIZATION;
import static io.netty.handler.codec.rtsp.RtspHeaderNames.CSEQ;
import static io.netty.handler.codec.rtsp.RtspHeaderNames.PUBLIC;
import static io.netty.handler.codec.rtsp.RtspHeaderNames.REQUIRE;
import static io.netty.handler.codec.rtsp.RtspHeaderNames.UNSUPPORTED;
import static io.netty.handler.codec.rtsp.RtspHeaderNames.WWW_AUTHENTICATE;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.rtsp.RtspResponseStatuses;
import io.netty.handler.codec.rtsp.RtspVersions;
import io.netty.handler.timeout.IdleStateEvent;
import io.vedette.quickstart.cameras.rtsp.CameraPath;
import io.vedette.quickstart.cameras.rtsp.Login;
import io.vedette.quickstart.cameras.rtsp.RtspRefusal;
import io.vedette.quickstart.cameras.rtsp.RtspReply;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One RTSP connection: checks every request and has it answered. An error of one connection ends
 * that connection only.
 */
final class RtspConnection extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(RtspConnection.class);
    private static final String METHODS =
            "OPTIONS, DESCRIBE, SETUP, PLAY, PAUSE, TEARDOWN, GET_PARAMETER, SET_PARAMETER";
    private static final Set<String> SERVED = Set.of(METHODS.split(", ", -1));
    private static final Set<String> NOT_SERVED = Set.of("ANNOUNCE", "RECORD", "REDIRECT");

    private final CameraServer server;
    private final RtspMethodHandler methods;
    private final String nonce = Sessions.randomId();

    RtspConnection(CameraServer server) {
        this.server = server;
        this.methods = new RtspMethodHandler(server);
    }

    /** A packet came within the connection. */
    void packetSeen() {
        methods.touchWithin();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        RtspReply reply = new RtspReply(context, request.headers().get(CSEQ));
        try {
            serve(context, request, reply);
        } catch (RtspRefusal refusal) {
            reply.send(refusal);
        }
    }

    private void serve(ChannelHandlerContext context, FullHttpRequest request, RtspReply reply)
            throws RtspRefusal {
        requireWellFormed(request);
        CameraPath path = CameraPath.of(request.uri()).orElse(null);
        SimulatedCamera camera = path == null ? null : server.camera(path.camera());
        if (camera != null && camera.faults().has(Fault.Unreachable.class)) {
            var unused = context.close();
            return;
        }
        if (camera != null && camera.faults().has(Fault.BlackHole.class)) {
            return;
        }
        if (request.method().name().equals("OPTIONS")) {
            methods.touch(request);
            reply.ok(response -> response.headers().set(PUBLIC, METHODS));
            return;
        }
        requireLogin(request, camera);
        if (path == null || camera == null) {
            throw new RtspRefusal(RtspResponseStatuses.NOT_FOUND);
        }
        methods.serve(context, request, new RtspTarget(camera, path), reply);
    }

    private static void requireWellFormed(FullHttpRequest request) throws RtspRefusal {
        String method = request.method().name();
        if (request.decoderResult().isFailure() || request.headers().get(CSEQ) == null) {
            throw new RtspRefusal(RtspResponseStatuses.BAD_REQUEST);
        }
        if (!request.protocolVersion().equals(RtspVersions.RTSP_1_0)) {
            throw new RtspRefusal(RtspResponseStatuses.RTSP_VERSION_NOT_SUPPORTED);
        }
        if (NOT_SERVED.contains(method)) {
            throw new RtspRefusal(RtspResponseStatuses.METHOD_NOT_ALLOWED).with(ALLOW, METHODS);
        }
        if (!SERVED.contains(method)) {
            throw new RtspRefusal(RtspResponseStatuses.NOT_IMPLEMENTED).with(PUBLIC, METHODS);
        }
        String required = request.headers().get(REQUIRE);
        if (required != null) {
            throw new RtspRefusal(RtspResponseStatuses.OPTION_NOT_SUPPORTED)
                    .with(UNSUPPORTED, required);
        }
    }

    private void requireLogin(FullHttpRequest request, @Nullable SimulatedCamera camera)
            throws RtspRefusal {
        boolean refused = camera != null && camera.faults().has(Fault.RefuseLogin.class);
        Login login = server.settings().login();
        if (login == null && !refused) {
            return;
        }
        String given = request.headers().get(AUTHORIZATION, "");
        boolean right =
                login != null
                        && login.accepts(given, request.method().name(), request.uri(), nonce);
        if (refused || !right) {
            boolean stale = !Login.nonce(given).isEmpty() && !Login.nonce(given).equals(nonce);
            RtspRefusal refusal = new RtspRefusal(RtspResponseStatuses.UNAUTHORIZED);
            Login.challenges(nonce, stale).forEach(line -> refusal.with(WWW_AUTHENTICATE, line));
            throw refusal;
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        if (event instanceof IdleStateEvent && !methods.hasSession()) {
            var unused = context.close();
        }
        super.userEventTriggered(context, event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        methods.endWithin();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof TooLongFrameException) {
            LOG.warn("A connection is closed: {}", cause.getMessage());
        } else if (!(cause instanceof IOException)) {
            LOG.warn("A connection is closed by a fault of this server.", cause);
        }
        var unused = context.close();
    }
}
