package io.vedette.server;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.vedette.models.ModelPackageException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A package that cannot be used.
 *
 * @param name of the folder that holds the versions
 * @param version the name of the package's folder
 * @param problems each a sentence, without the place where the package lies
 */
@JsonPropertyOrder({"name", "version", "problems"})
record BrokenModel(String name, String version, List<String> problems) implements ModelEntry {

    static BrokenModel of(Path folder, ModelPackageException e) {
        String place = folder + File.separator;
        return new BrokenModel(
                lastName(folder.getParent()),
                lastName(folder),
                e.problems().stream().map(problem -> problem.replace(place, "")).toList());
    }

    private static String lastName(@Nullable Path path) {
        @Nullable Path name = path == null ? null : path.getFileName();
        return name == null ? "" : name.toString();
    }
}
