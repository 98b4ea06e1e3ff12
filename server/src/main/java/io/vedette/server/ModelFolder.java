package io.vedette.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where model packages are: either one package, or packages as {@code <name>/<version>/}. A folder
 * is a package if it holds a {@code model.yaml}.
 */
final class ModelFolder {

    private final @Nullable Path root;

    /**
     * @param root null for no packages at all
     */
    ModelFolder(@Nullable Path root) {
        this.root = root == null ? null : root.toAbsolutePath().normalize();
    }

    /** The folders of the packages that are there now; none if the folder itself is not there. */
    List<Path> packages() {
        if (root == null || !Files.isDirectory(root)) {
            return List.of();
        }
        if (isPackage(root)) {
            return List.of(root);
        }
        return folders(root).stream()
                .flatMap(name -> folders(name).stream())
                .filter(ModelFolder::isPackage)
                .toList();
    }

    private static List<Path> folders(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPackage(Path folder) {
        return Files.exists(folder.resolve("model.yaml"));
    }
}
