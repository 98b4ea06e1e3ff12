/**
 * How pixels become detections: model packages, ONNX Runtime, and the work before and after it.
 *
 * <p>Knows nothing of where frames come from or where results go.
 */
@NullMarked
package io.vedette.models;

import org.jspecify.annotations.NullMarked;
