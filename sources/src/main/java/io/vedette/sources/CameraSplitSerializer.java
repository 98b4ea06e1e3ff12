package io.vedette.sources;

import io.vedette.schema.Share;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Version 2: id, uri, the frame rate, which is 0 for all frames, priority and weight. Version 1 had
 * neither of the last two and is still read.
 */
final class CameraSplitSerializer implements SimpleVersionedSerializer<CameraSplit> {

    private static final int VERSION = 2;

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
            out.writeInt(split.share().priority());
            out.writeDouble(split.share().weight());
        }
        return bytes.toByteArray();
    }

    @Override
    public CameraSplit deserialize(int version, byte[] serialized) throws IOException {
        if (version < 1 || version > VERSION) {
            throw new IOException(
                    "Camera split version must be 1 to %d but was %d.".formatted(VERSION, version));
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized))) {
            String camera = in.readUTF();
            String uri = in.readUTF();
            double framesPerSecond = in.readDouble();
            Share share = version == 1 ? Share.EQUAL : new Share(in.readInt(), in.readDouble());
            return new CameraSplit(
                    camera, uri, framesPerSecond == 0 ? null : framesPerSecond, share);
        }
    }
}
