package io.vedette.quickstart.cameras.rtsp;

import static io.netty.handler.codec.rtsp.RtspHeaderNames.CONTENT_LENGTH;
import static io.netty.handler.codec.rtsp.RtspHeaderNames.CSEQ;
import static io.netty.handler.codec.rtsp.RtspHeaderNames.DATE;
import static io.netty.handler.codec.rtsp.RtspHeaderNames.SERVER;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.rtsp.RtspResponseStatuses;
import io.netty.handler.codec.rtsp.RtspVersions;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The answer to one request; sent once, from any thread. */
public record RtspReply(ChannelHandlerContext context, @Nullable String cseq) {

    /** Answers that it was done. */
    public void ok(Consumer<FullHttpResponse> details) {
        send(RtspResponseStatuses.OK, details);
    }

    public void send(RtspRefusal refusal) {
        send(
                refusal.status(),
                response ->
                        refusal.headers()
                                .forEach(
                                        header ->
                                                response.headers()
                                                        .add(header.getKey(), header.getValue())));
    }

    private void send(HttpResponseStatus status, Consumer<FullHttpResponse> details) {
        FullHttpResponse response = new DefaultFullHttpResponse(RtspVersions.RTSP_1_0, status);
        if (cseq != null) {
            response.headers().set(CSEQ, cseq);
        }
        response.headers().set(SERVER, "Vedette");
        response.headers()
                .set(
                        DATE,
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                ZonedDateTime.now(ZoneOffset.UTC)));
        details.accept(response);
        if (response.content().isReadable()) {
            response.headers().set(CONTENT_LENGTH, response.content().readableBytes());
        }
        var unused = context.writeAndFlush(response);
    }
}
