/** The job that is submitted to Flink: its options, its graph and its sinks. */
@NullMarked
package io.vedette.job;

import org.jspecify.annotations.NullMarked;
