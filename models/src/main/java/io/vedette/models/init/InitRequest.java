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
 * @param pictures labelled ones that settle what the network does not tell; null without
 */
public record InitRequest(
        Path onnx,
        @Nullable Path output,
        @Nullable String name,
        boolean overwrite,
        @Nullable LabelledPictures pictures) {

    /** Without labelled pictures. */
    public InitRequest(Path onnx, @Nullable Path output, @Nullable String name, boolean overwrite) {
        this(onnx, output, name, overwrite, null);
    }

    /**
     * Pictures, and what is to be seen in them.
     *
     * @param annotations a file in the COCO format
     * @param folder that holds the pictures
     */
    public record LabelledPictures(Path annotations, Path folder) {}
}
