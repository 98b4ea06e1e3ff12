package io.vedette.sources;

import io.vedette.schema.Frame;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A frame of 4 x 2 that counts what becomes of it. */
final class FakeOffer implements OfferedFrame {

    private final String camera;
    private final long sequence;
    private @Nullable IOException failure;
    int taken;
    int dropped;

    FakeOffer(String camera, long sequence) {
        this.camera = camera;
        this.sequence = sequence;
    }

    /** No pixels can be made of it. */
    FakeOffer failing(IOException cause) {
        failure = cause;
        return this;
    }

    @Override
    public Frame take() throws IOException {
        taken++;
        if (failure != null) {
            throw failure;
        }
        Instant at = Instant.ofEpochSecond(sequence);
        return new Frame(camera, sequence, at, at, 4, 2, null, null);
    }

    @Override
    public void drop() {
        dropped++;
    }
}
