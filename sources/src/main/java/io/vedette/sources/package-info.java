/**
 * How frames arrive: cameras over RTSP and from files as a Flink source, and JPEG frames from
 * Kafka.
 *
 * <p>Nothing here names an FFmpeg type; those stay in {@link io.vedette.sources.ffmpeg}, behind
 * {@link io.vedette.sources.FrameStream}.
 */
@NullMarked
package io.vedette.sources;

import org.jspecify.annotations.NullMarked;
