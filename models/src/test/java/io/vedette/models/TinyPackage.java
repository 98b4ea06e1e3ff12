package io.vedette.models;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A package of the tiny model, to be spoilt. */
record TinyPackage(Path folder) {

    /** Writes one, whole, into a folder. */
    static TinyPackage in(Path folder) {
        return new TinyPackage(TinyModel.writePackage(folder));
    }

    /** Replaces its {@code model.yaml}. */
    void yaml(String text) throws IOException {
        Files.writeString(folder.resolve("model.yaml"), text);
    }

    ModelPackage load() {
        return ModelPackage.load(folder);
    }

    /** What keeps it from being loaded. */
    List<String> problems() {
        ModelPackageException e = catchThrowableOfType(ModelPackageException.class, this::load);
        return e.problems();
    }
}
