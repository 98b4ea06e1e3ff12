package io.vedette.models;

import java.nio.file.Path;
import java.util.List;

/**
 * A model package, and what its {@code model.yaml} left open.
 *
 * @param inferred the fields that were not given, in the order of reading
 */
public record PackageReading(ModelPackage model, List<Inferred> inferred) {

    /**
     * A field that was not given.
     *
     * @param field its dotted name in {@code model.yaml}
     * @param value what it was taken to be
     * @param from where that comes from
     */
    public record Inferred(String field, String value, String from) {}

    public PackageReading {
        inferred = List.copyOf(inferred);
    }

    /**
     * Reads and checks a package folder.
     *
     * @throws ModelPackageException naming every problem at once
     */
    public static PackageReading of(Path directory) {
        return new ModelYaml(directory).read();
    }
}
