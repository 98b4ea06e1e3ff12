/** Encoded pictures as RTP payloads, and what a receiver must be told about them. */
@NullMarked
package io.vedette.quickstart.cameras.rtp;

import org.jspecify.annotations.NullMarked;
