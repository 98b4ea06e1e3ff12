package io.vedette.models.hostile;

import io.vedette.models.TinyModel;
import java.io.IOException;
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

    void write(Path folder) throws IOException {
        TinyModel.writePackage(folder);
        harm.to(folder);
    }
}
