/**
 * Writes a first model package for a bare ONNX file.
 *
 * <p>The file is looked at, shown a {@link io.vedette.models.init.TestCard}, and described as far
 * as that goes; what the description rests on is said field by field.
 */
@NullMarked
package io.vedette.models.init;

import org.jspecify.annotations.NullMarked;
