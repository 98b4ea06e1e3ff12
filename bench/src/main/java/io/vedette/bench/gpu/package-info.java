/** How fast a device runs a model, by the size of the batch. */
@NullMarked
package io.vedette.bench.gpu;

import org.jspecify.annotations.NullMarked;
