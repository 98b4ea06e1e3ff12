/**
 * Which cameras are watched, as the list changes at run time, and where it is told how they do.
 *
 * <p>It knows files and Kafka, but neither Flink nor video.
 */
@NullMarked
package io.vedette.sources.list;

import org.jspecify.annotations.NullMarked;
