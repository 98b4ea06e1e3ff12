/**
 * What measurements stand on: pictures that say when they were made, servers in processes of their
 * own, a job in this one that remembers what it was handed, and the whole job with its broker.
 */
@NullMarked
package io.vedette.bench.stand;

import org.jspecify.annotations.NullMarked;
