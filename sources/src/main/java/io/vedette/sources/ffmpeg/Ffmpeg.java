package io.vedette.sources.ffmpeg;

import io.vedette.schema.CameraUri;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.avutil.LogCallback;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The native libraries: loaded once, quiet on stderr, with errors in words. */
final class Ffmpeg {

    private static final Logger LOG = LoggerFactory.getLogger(Ffmpeg.class);

    /** Held for ever, since FFmpeg keeps calling it. */
    private static final LogCallback LOG_LINES =
            new LogCallback() {
                @Override
                public void call(int level, BytePointer line) {
                    LOG.debug("{}", CameraUri.redact(line.getString().strip()));
                }
            };

    static {
        if (LOG.isDebugEnabled()) {
            avutil.av_log_set_level(avutil.AV_LOG_WARNING);
            avutil.setLogCallback(LOG_LINES);
        } else {
            avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        }
    }

    private Ffmpeg() {}

    /** Loads the libraries; does nothing the second time. */
    static void load() {}

    /** Passes a result on, or throws if it is an error. */
    static int check(int result, String what) throws IOException {
        if (result < 0) {
            throw new IOException("%s: %s".formatted(what, message(result)));
        }
        return result;
    }

    /** Passes an allocation on, or throws if there is none. */
    static <T> T allocated(T pointer, String what) throws IOException {
        if (pointer == null) {
            throw new IOException(what + " could not be made");
        }
        return pointer;
    }

    static String message(int error) {
        byte[] text = new byte[avutil.AV_ERROR_MAX_STRING_SIZE];
        avutil.av_strerror(error, text, text.length);
        int length = 0;
        while (length < text.length && text[length] != 0) {
            length++;
        }
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }
}
