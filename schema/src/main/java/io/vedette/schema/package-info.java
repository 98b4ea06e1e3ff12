/**
 * What the data is: the records that travel through Vedette, their JSON, their Kafka headers and
 * the names of their topics.
 *
 * <p>Every record is immutable, validated when it is made, and a Flink POJO, so that no part of
 * Vedette ever falls back to generic serialization.
 */
@NullMarked
package io.vedette.schema;

import org.jspecify.annotations.NullMarked;
