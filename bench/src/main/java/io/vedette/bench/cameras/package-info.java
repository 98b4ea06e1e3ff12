/**
 * What many cameras cost, how long they take, and whether anything is left behind when they come
 * and go a thousand times.
 */
@NullMarked
package io.vedette.bench.cameras;

import org.jspecify.annotations.NullMarked;
