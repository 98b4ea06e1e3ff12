package io.vedette.sources;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Version 1: id, uri, and the frame rate, which is 0 for all frames. */
final class CameraSplitSerializer implements SimpleVersionedSerializer<CameraSplit> {

    private static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(CameraSplit split) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(split.camera());
            out.writeUTF(split.uri());
            out.writeDouble(split.framesPerSecond() == null ? 0 : split.framesPerSecond());
        }
        return bytes.toByteArray();
    }

    @Override
    public CameraSplit deserialize(int version, byte[] serialized) throws IOException {
        if (version != VERSION) {
            throw new IOException(
                    "Camera split version must be %d but was %d.".formatted(VERSION, version));
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized))) {
            String camera = in.readUTF();
            String uri = in.readUTF();
            double framesPerSecond = in.readDouble();
            return new CameraSplit(camera, uri, framesPerSecond == 0 ? null : framesPerSecond);
        }
    }
}
