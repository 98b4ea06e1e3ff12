package io.vedette.models.remote;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The body of an answer, whose reads fail when the server is silent for too long. */
final class ImpatientStream extends FilterInputStream {

    private final Duration silence;
    private final URI server;
    private volatile boolean expired;

    ImpatientStream(InputStream body, Duration silence, URI server) {
        super(body);
        this.silence = silence;
        this.server = server;
    }

    static String complaint(URI server, Duration silence) {
        return "%s sent nothing for %.1f s".formatted(server, silence.toMillis() / 1e3);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        CompletableFuture<Integer> reading = new CompletableFuture<>();
        reading.orTimeout(silence.toMillis(), MILLISECONDS).exceptionally(timeout -> expire());
        try {
            int count = super.read(target, offset, length);
            if (!expired) {
                return count;
            }
        } catch (IOException e) {
            if (!expired) {
                throw new IOException("%s broke off: %s".formatted(server, reason(e)), e);
            }
        } finally {
            reading.complete(0);
        }
        throw new IOException(complaint(server, silence));
    }

    /** The client says that the body is closed, and only its cause says why. */
    private static String reason(IOException e) {
        return String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
    }

    /** Ends a read that is under way: its thread cannot be reached in another way. */
    private int expire() {
        expired = true;
        try {
            close();
        } catch (IOException e) {
            // The read fails in any case.
        }
        return 0;
    }
}
