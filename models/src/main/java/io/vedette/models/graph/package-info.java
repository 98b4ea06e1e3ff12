/** Changes to ONNX graphs, each proven by runs of the graph before and after. */
@NullMarked
package io.vedette.models.graph;

import org.jspecify.annotations.NullMarked;
