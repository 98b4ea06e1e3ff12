/** Measures what a frame costs, step by step, on one thread. */
@NullMarked
package io.vedette.bench;

import org.jspecify.annotations.NullMarked;
