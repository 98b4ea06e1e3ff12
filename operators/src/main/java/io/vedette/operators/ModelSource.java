package io.vedette.operators;

import io.vedette.models.ModelPackage;
import io.vedette.models.ModelPackageException;
import io.vedette.models.PackageFetcher;
import io.vedette.models.remote.ModelCache;
import io.vedette.models.remote.PackageLocation;
import java.io.Serializable;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a job's model is, for every process of the job; travels with it, credentials included.
 *
 * @param location a folder at the same path on every machine, or a URI; {@code toString} hides its
 *     credentials
 * @param cache the folder that keeps what is fetched; null for the standard one of each machine
 */
public record ModelSource(String location, @Nullable String cache) implements Serializable {

    /**
     * A source that means the same on every machine.
     *
     * @throws IllegalArgumentException if the location is neither a path nor a URI of a folder, or
     *     the cache no path
     */
    public static ModelSource of(String location, @Nullable String cache) {
        String everywhere =
                PackageLocation.of(location)
                        .local()
                        .map(folder -> folder.toAbsolutePath().toString())
                        .orElse(location);
        return new ModelSource(
                everywhere, cache == null ? null : Path.of(cache).toAbsolutePath().toString());
    }

    /**
     * The package as it is now.
     *
     * @throws ModelPackageException naming everything that is wrong with it
     */
    public ModelPackage load() {
        ModelCache kept = cache == null ? ModelCache.standard() : new ModelCache(Path.of(cache));
        return new PackageFetcher(new FlinkFiles(), kept).load(parsed());
    }

    PackageLocation parsed() {
        return PackageLocation.of(location);
    }

    @Override
    public String toString() {
        return parsed().toString();
    }
}
