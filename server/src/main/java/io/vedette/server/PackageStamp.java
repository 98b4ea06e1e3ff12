package io.vedette.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells whether a package may have changed: the size and time of each of its files.
 *
 * @param files all files of the package's folder and the folders below it
 */
record PackageStamp(Set<Stamp> files) {

    /** One file. */
    record Stamp(Path file, long size, FileTime modified) {

        static Stamp of(Path file) {
            try {
                return new Stamp(file, Files.size(file), Files.getLastModifiedTime(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    PackageStamp {
        files = Set.copyOf(files);
    }

    static PackageStamp of(Path folder) {
        try (Stream<Path> found = Files.walk(folder.toRealPath())) {
            return new PackageStamp(
                    found.filter(Files::isRegularFile)
                            .map(Stamp::of)
                            .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
