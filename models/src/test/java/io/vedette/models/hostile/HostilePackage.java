package io.vedette.models.hostile;

import io.vedette.models.TinyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A package that is not what it should be.
 *
 * @param name what is wrong with it
 * @param harm makes a good package of {@link TinyModel} such
 */
record HostilePackage(String name, Harm harm) {

    interface Harm {
        void to(Path folder) throws IOException;
    }

    /** A package with this network. */
    static HostilePackage network(String name, byte[] network) {
        return new HostilePackage(
                name, folder -> Files.write(folder.resolve("model.onnx"), network));
    }

    /** A package with this network, which says of it no more than the format. */
    static HostilePackage network(String name, byte[] network, String format) {
        String yaml = "name: hostile\nversion: a\noutput: {format: %s}\n".formatted(format);
        return new HostilePackage(
                name + " as " + format,
                folder -> {
                    Files.write(folder.resolve("model.onnx"), network);
                    Files.writeString(folder.resolve("model.yaml"), yaml);
                });
    }

    /** A package with this {@code model.yaml}. */
    static HostilePackage document(String name, byte[] yaml) {
        return new HostilePackage(name, folder -> Files.write(folder.resolve("model.yaml"), yaml));
    }

    void write(Path folder) throws IOException {
        TinyModel.writePackage(folder);
        harm.to(folder);
    }
}
