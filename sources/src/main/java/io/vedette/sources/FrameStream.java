package io.vedette.sources;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The decoded frames of one camera connection or file, in presentation order.
 *
 * <p>One thread opens, reads and closes a stream, and that thread frees what the stream holds.
 */
public interface FrameStream extends AutoCloseable {

    /**
     * Waits for the next frame.
     *
     * @return the frame, valid until the next call; null at the end of the stream
     * @throws StreamException if the stream fails, saying why; it is of no more use then
     */
    @Nullable DecodedFrame next() throws IOException;

    /** FFmpeg's name of the codec, for example {@code h264}. */
    String codec();

    /** Frees everything; frames of this stream must not be used any more. */
    @Override
    void close();
}
