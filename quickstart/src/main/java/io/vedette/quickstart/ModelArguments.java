package io.vedette.quickstart;

import io.vedette.models.ModelPackageException;
import io.vedette.models.PackageFetcher;
import io.vedette.models.remote.HttpFiles;
import io.vedette.models.remote.ModelCache;
import io.vedette.models.remote.PackageLocation;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How commands come by the model packages that they are given. */
final class ModelArguments {

    /** What a command says of its package. */
    static final String DESCRIPTION =
            "The model package: a folder with model.yaml, the ONNX file and labels, or its file:,"
                    + " http: or https: URI.";

    @Option(
            names = "--model-cache",
            paramLabel = "DIR",
            description =
                    "Where packages that are fetched are kept (default: the user's cache folder).")
    private @Nullable Path cache;

    /**
     * The folder of a package on this machine, fetched if it is elsewhere.
     *
     * @param location a path or a URI
     * @throws UserError if it is neither, or if the package cannot be fetched
     */
    Path folder(String location) {
        ModelCache kept = cache == null ? ModelCache.standard() : new ModelCache(cache);
        try {
            return new PackageFetcher(new HttpFiles(), kept).fetch(PackageLocation.of(location));
        } catch (ModelPackageException | IllegalArgumentException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }
}
