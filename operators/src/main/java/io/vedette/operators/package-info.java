/**
 * Inference inside Flink: a keyed, checkpointed, batching asynchronous operator, usable as a
 * library, and the function that lets it detect objects in frames.
 */
@NullMarked
package io.vedette.operators;

import org.jspecify.annotations.NullMarked;
