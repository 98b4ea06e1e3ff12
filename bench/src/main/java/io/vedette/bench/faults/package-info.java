/**
 * The fault matrix: what becomes of a camera, and of its neighbour in the same reader, when a
 * server fails in each of the ways that servers fail in.
 */
@NullMarked
package io.vedette.bench.faults;

import org.jspecify.annotations.NullMarked;
