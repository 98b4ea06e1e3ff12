/** The throughput of the whole job, beside that of its parts and of other programs. */
@NullMarked
package io.vedette.bench.pipeline;

import org.jspecify.annotations.NullMarked;
