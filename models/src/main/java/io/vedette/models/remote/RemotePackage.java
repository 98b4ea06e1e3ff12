package io.vedette.models.remote;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;

/**
 * A package that is elsewhere, with all of its files but the network read.
 *
 * @param sha256 of the network, 64 lower-case hex digits
 * @param network its path within the package
 * @param source where it is read
 * @param others the contents of the other files, by their paths within the package
 */
public record RemotePackage(
        String sha256, Path network, URI source, SortedMap<Path, byte[]> others) {

    /** Tells packages that share a network apart: the beginning of a digest of the rest. */
    String key() {
        Sha256 key = new Sha256();
        update(key, network.toString().getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<Path, byte[]> other : others.entrySet()) {
            update(key, other.getKey().toString().getBytes(StandardCharsets.UTF_8));
            update(key, other.getValue());
        }
        return key.hex().substring(0, 16);
    }

    private static void update(Sha256 key, byte[] part) {
        byte[] length = (part.length + ":").getBytes(StandardCharsets.UTF_8);
        key.update(length, length.length);
        key.update(part, part.length);
    }
}
