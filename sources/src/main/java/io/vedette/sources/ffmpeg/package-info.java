/**
 * Everything that touches FFmpeg: opening, decoding, scaling and encoding, on the preset's C
 * interface.
 *
 * <p>No FFmpeg type leaves this package. Its objects own native memory: whoever opens one closes
 * it, in the thread that uses it.
 */
@NullMarked
package io.vedette.sources.ffmpeg;

import org.jspecify.annotations.NullMarked;
