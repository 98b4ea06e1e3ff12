package io.vedette.models.remote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of remote model packages on disk: a folder for each network, named after its digest, and
 * in it a package folder for each set of small files that came with the network.
 *
 * <p>Whatever is in it is whole: files come into place by an atomic move, and a network only with
 * the right digest. Any number of threads and processes may use one cache. A network is downloaded
 * once; one that was damaged since is downloaded again. What is there already is used without
 * writing anything. Nothing is removed but what a killed download has left; anything may be removed
 * while no one loads it.
 */
public final class ModelCache {

    private static final Logger LOG = LoggerFactory.getLogger(ModelCache.class);

    /** A message of protocol buffers, such as a network, has no more. */
    private static final long MAX_NETWORK_BYTES = 1L << 31;

    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Path folder;
    private final Download limits;

    /**
     * @param folder made when it is first needed
     */
    public ModelCache(Path folder) {
        this(folder, MAX_NETWORK_BYTES);
    }

    ModelCache(Path folder, long maxNetworkBytes) {
        this.folder = folder.toAbsolutePath().normalize();
        this.limits = new Download(maxNetworkBytes, PATIENCE);
    }

    /** A cache in the user's own cache folder, or among temporary files where there is none. */
    public static ModelCache standard() {
        return new ModelCache(StandardFolder.of(System.getenv(), System.getProperties()));
    }

    /**
     * The folder of a package on this machine; its network is downloaded if it is not here yet.
     *
     * @throws CacheException if the cache cannot be written
     * @throws IOException if the network cannot be read, or is another one
     */
    public Path keep(RemotePackage remote, RemoteFiles files) throws IOException {
        CacheFolder home = new CacheFolder(folder.resolve(remote.sha256()));
        Path network = home.file("network");
        Path target = home.file(remote.key());
        if (!has(network, remote) || !holds(target, network, remote)) {
            home.create();
            new CacheLock(home.file("lock"), PATIENCE)
                    .hold(() -> fill(home, network, target, remote, files));
        }
        return target;
    }

    private static boolean has(Path network, RemotePackage remote) throws IOException {
        return Files.isRegularFile(network) && Sha256.of(network).equals(remote.sha256());
    }

    private static boolean holds(Path target, Path network, RemotePackage remote)
            throws IOException {
        for (Map.Entry<Path, byte[]> other : remote.others().entrySet()) {
            if (!CacheFolder.holds(target.resolve(other.getKey()), other.getValue())) {
                return false;
            }
        }
        Path link = target.resolve(remote.network());
        return Files.exists(link) && Files.isSameFile(link, network);
    }

    private void fill(
            CacheFolder home, Path network, Path target, RemotePackage remote, RemoteFiles files)
            throws IOException {
        if (!has(network, remote)) {
            home.deleteParts();
            download(remote, files, home.part(), network);
        }
        for (Map.Entry<Path, byte[]> other : remote.others().entrySet()) {
            home.write(target.resolve(other.getKey()), other.getValue());
        }
        home.link(target.resolve(remote.network()), network);
    }

    private void download(RemotePackage remote, RemoteFiles files, Path part, Path network)
            throws IOException {
        try (InputStream in = files.open(remote.source())) {
            String actual = limits.into(part, in);
            if (!actual.equals(remote.sha256())) {
                throw new IOException(
                        "its digest is %s but 'sha256' is %s: it is another file, or not complete"
                                .formatted(actual, remote.sha256()));
            }
            CacheFolder.move(part, network);
            LOG.info("A remote model of {} bytes is kept as {}", Files.size(network), network);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
