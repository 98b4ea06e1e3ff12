/**
 * What measurements of cameras stand on: pictures that say when they were made, servers in
 * processes of their own, and a job in this one that remembers what it was handed.
 */
@NullMarked
package io.vedette.bench.stand;

import org.jspecify.annotations.NullMarked;
