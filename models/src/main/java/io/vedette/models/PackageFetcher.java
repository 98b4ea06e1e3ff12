package io.vedette.models;

import io.vedette.models.remote.CacheException;
import io.vedette.models.remote.ModelCache;
import io.vedette.models.remote.PackageLocation;
import io.vedette.models.remote.RemoteFiles;
import io.vedette.models.remote.RemotePackage;
import io.vedette.schema.CameraUri;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Brings model packages to this machine, from wherever they are.
 *
 * <p>A package elsewhere must give the digest of its ONNX file. That file is downloaded once, and
 * seen by nobody before it has the digest; {@code model.yaml} and the labels are read each time.
 */
public final class PackageFetcher {

    private final RemoteFiles files;
    private final ModelCache cache;

    public PackageFetcher(RemoteFiles files, ModelCache cache) {
        this.files = files;
        this.cache = cache;
    }

    /**
     * Fetches, reads and checks a package.
     *
     * @throws ModelPackageException naming every problem at once
     */
    public ModelPackage load(PackageLocation location) {
        Path folder = fetch(location);
        try {
            return ModelPackage.load(folder);
        } catch (ModelPackageException e) {
            throw e.at(location);
        }
    }

    /**
     * The package folder on this machine: the location itself where it is one.
     *
     * @throws ModelPackageException if a file of the package cannot be fetched or kept
     */
    public Path fetch(PackageLocation location) {
        return location.local().orElseGet(() -> fetchRemote(location));
    }

    private Path fetchRemote(PackageLocation location) {
        byte[] yaml = yaml(location);
        PackageManifest manifest = manifest(location, yaml);
        SortedMap<Path, byte[]> others = new TreeMap<>();
        others.put(Path.of(YamlDocument.FILE), yaml);
        byte @Nullable [] labels = labels(location, manifest);
        if (labels != null) {
            others.put(manifest.labels(), labels);
        }
        RemotePackage remote =
                new RemotePackage(
                        manifest.sha256(),
                        manifest.network(),
                        location.file(manifest.network().toString()),
                        others);
        try {
            return cache.keep(remote, files);
        } catch (CacheException e) {
            throw failed(location, reason(e) + ".");
        } catch (IOException e) {
            throw failed(
                    location,
                    "'file' names '%s', which cannot be fetched: %s."
                            .formatted(manifest.network(), reason(e)));
        }
    }

    private byte[] yaml(PackageLocation location) {
        try {
            return read(location, YamlDocument.FILE, YamlDocument.MAX_BYTES);
        } catch (IOException e) {
            throw failed(
                    location, "%s cannot be fetched: %s.".formatted(YamlDocument.FILE, reason(e)));
        }
    }

    private static PackageManifest manifest(PackageLocation location, byte[] yaml) {
        Findings findings = new Findings();
        try {
            PackageManifest manifest = PackageManifest.of(YamlDocument.parse(yaml), findings);
            if (findings.problems().isEmpty()) {
                return manifest;
            }
        } catch (IOException e) {
            throw failed(location, String.valueOf(e.getMessage()));
        }
        throw new ModelPackageException(location.toString(), findings.problems());
    }

    /** Null where there are none and none are promised. */
    private byte @Nullable [] labels(PackageLocation location, PackageManifest manifest) {
        try {
            return read(location, manifest.labels().toString(), LabelsYaml.MAX_BYTES);
        } catch (IOException e) {
            if (e instanceof FileNotFoundException && !manifest.labelsAreNamed()) {
                return null;
            }
            throw failed(
                    location,
                    "'labels' names '%s', which cannot be fetched: %s."
                            .formatted(manifest.labels(), reason(e)));
        }
    }

    private byte[] read(PackageLocation location, String name, int maxBytes) throws IOException {
        try (InputStream in = files.open(location.file(name))) {
            byte[] bytes = in.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new IOException(
                        "it has more than the %d bytes that it may".formatted(maxBytes));
            }
            return bytes;
        }
    }

    private static String reason(IOException e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        return CameraUri.redact(message.lines().findFirst().orElse("")).replaceAll("\\.$", "");
    }

    private static ModelPackageException failed(PackageLocation location, String problem) {
        return new ModelPackageException(location.toString(), List.of(problem));
    }
}
