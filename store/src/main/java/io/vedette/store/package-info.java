/**
 * What is kept: the Postgres schema, the writer that puts results into it by identity, and the
 * queries that read them back.
 *
 * <p>Works with Postgres 15 and newer and assumes nothing beyond its protocol.
 */
@NullMarked
package io.vedette.store;

import org.jspecify.annotations.NullMarked;
