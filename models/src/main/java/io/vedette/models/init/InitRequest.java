package io.vedette.models.init;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What package is wanted.
 *
 * @param onnx the network
 * @param output the package folder; null for {@code NAME/1} where one stands
 * @param name of the model; null for that of the file
 * @param overwrite whether files of the package may be replaced
 */
public record InitRequest(
        Path onnx, @Nullable Path output, @Nullable String name, boolean overwrite) {}
