package io.vedette.sources.ffmpeg;

import io.vedette.schema.CameraCause;
import io.vedette.sources.StreamException;
import java.util.Map;
import org.bytedeco.ffmpeg.global.avutil;

/** What a result of FFmpeg says of a camera: a cause, and a sentence for people. */
record Failure(CameraCause cause, String sentence) {

    // errno of Linux, which FFmpeg's results are the negatives of
    private static final int CONNECTION_TIMED_OUT = -110;
    private static final int CONNECTION_REFUSED = -111;
    private static final int NO_ROUTE_TO_HOST = -113;
    private static final int NETWORK_UNREACHABLE = -101;
    private static final int PROTOCOL_NOT_SUPPORTED = -93;
    private static final int INVALID_ARGUMENT = -22;

    private static final Map<Integer, Failure> ANSWERS =
            Map.of(
                    avutil.AVERROR_HTTP_UNAUTHORIZED(),
                    new Failure(
                            CameraCause.AUTHENTICATION_FAILED,
                            "it wants another user or password (status 401)"),
                    avutil.AVERROR_HTTP_FORBIDDEN(),
                    new Failure(
                            CameraCause.AUTHENTICATION_FAILED,
                            "it does not let this user watch (status 403)"),
                    avutil.AVERROR_HTTP_NOT_FOUND(),
                    new Failure(CameraCause.NOT_FOUND, "it has no such stream (status 404)"),
                    avutil.AVERROR_HTTP_BAD_REQUEST(),
                    refused("it does not understand the request (status 400)"),
                    avutil.AVERROR_HTTP_TOO_MANY_REQUESTS(),
                    refused("it has too many requests (status 429)"),
                    avutil.AVERROR_HTTP_OTHER_4XX(),
                    refused("it refused the request (status 4xx)"),
                    avutil.AVERROR_HTTP_SERVER_ERROR(),
                    refused("it could not answer the request (status 5xx)"),
                    PROTOCOL_NOT_SUPPORTED,
                    refused("it does not offer this transport"));

    private static final Map<Integer, Failure> CONNECTIONS =
            Map.of(
                    CONNECTION_REFUSED,
                    new Failure(CameraCause.CONNECTION_REFUSED, "Connection refused"),
                    CONNECTION_TIMED_OUT,
                    new Failure(CameraCause.NO_ANSWER, "Connection timed out"),
                    NO_ROUTE_TO_HOST,
                    new Failure(CameraCause.NO_ANSWER, "No route to host"),
                    NETWORK_UNREACHABLE,
                    new Failure(CameraCause.NO_ANSWER, "Network is unreachable"),
                    INVALID_ARGUMENT,
                    refused("it leads to an address that must not be opened"));

    /** A camera that cannot be opened. */
    static Failure opening(int result, boolean probed) {
        Failure known = ANSWERS.getOrDefault(result, CONNECTIONS.get(result));
        if (known != null) {
            return known;
        }
        boolean content = probed && result == avutil.AVERROR_INVALIDDATA();
        return content
                ? new Failure(CameraCause.STREAM_CORRUPT, "what it sends is no video that is known")
                : new Failure(
                        CameraCause.NO_ANSWER,
                        "it broke off without an answer (%s)".formatted(Ffmpeg.message(result)));
    }

    /** A stream that was open. */
    static Failure reading(int result) {
        Failure known = ANSWERS.get(result);
        if (known != null) {
            return known;
        }
        String message = Ffmpeg.message(result);
        return result == avutil.AVERROR_INVALIDDATA()
                ? new Failure(
                        CameraCause.STREAM_CORRUPT,
                        "what it sends is broken (%s)".formatted(message))
                : new Failure(
                        CameraCause.STREAM_ENDED, "its connection broke (%s)".formatted(message));
    }

    private static Failure refused(String sentence) {
        return new Failure(CameraCause.REQUEST_REFUSED, sentence);
    }

    /** The sentence of a stream that cannot be opened. */
    static String cannotOpen(String shown, String problem) {
        return "cannot open %s: %s".formatted(shown, problem);
    }

    StreamException whileOpening(String shown) {
        return new StreamException(cause, cannotOpen(shown, sentence), null);
    }

    StreamException whileReading() {
        return new StreamException(cause, sentence, null);
    }
}
