/**
 * Batching, asynchronous inference on keyed streams with exactly-once state, for any kind of
 * element. Knows of its elements no more than their key.
 */
@NullMarked
package io.vedette.operators.inference;

import org.jspecify.annotations.NullMarked;
