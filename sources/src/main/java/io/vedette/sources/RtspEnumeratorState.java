package io.vedette.sources;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * What the enumerator of {@link RtspSource} keeps in a checkpoint: nothing, for who reads which
 * camera follows from the camera's key alone.
 */
public record RtspEnumeratorState() {

    /** Version 1: no bytes. */
    static final class Serializer implements SimpleVersionedSerializer<RtspEnumeratorState> {

        private static final int VERSION = 1;

        @Override
        public int getVersion() {
            return VERSION;
        }

        @Override
        public byte[] serialize(RtspEnumeratorState state) {
            return new byte[0];
        }

        @Override
        public RtspEnumeratorState deserialize(int version, byte[] serialized) throws IOException {
            if (version != VERSION) {
                throw new IOException(
                        "RTSP enumerator state version must be %d but was %d."
                                .formatted(VERSION, version));
            }
            return new RtspEnumeratorState();
        }
    }
}
