/** ONNX Runtime: loading a graph, its signature and running it. Knows nothing of what it sees. */
@NullMarked
package io.vedette.models.onnx;

import org.jspecify.annotations.NullMarked;
