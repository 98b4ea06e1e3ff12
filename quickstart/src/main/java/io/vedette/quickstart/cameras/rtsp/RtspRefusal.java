package io.vedette.quickstart.cameras.rtsp;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Why a request is not served. */
public final class RtspRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient HttpResponseStatus status;
    private final transient List<Map.Entry<CharSequence, String>> headers = new ArrayList<>();

    public RtspRefusal(HttpResponseStatus status) {
        super(status.toString(), null, false, false);
        this.status = status;
    }

    public RtspRefusal with(CharSequence header, String value) {
        headers.add(Map.entry(header, value));
        return this;
    }

    HttpResponseStatus status() {
        return status;
    }

    /** That the answer must have. */
    List<Map.Entry<CharSequence, String>> headers() {
        return headers;
    }
}
