/**
 * Simulated cameras: an RTSP server that plays videos and drawn pictures, and misbehaves on demand.
 *
 * <p>Everything of one viewer runs in the event loop of its connection; each feed reads and encodes
 * in a thread of its own, which never waits for a viewer.
 */
@NullMarked
package io.vedette.quickstart.cameras;

import org.jspecify.annotations.NullMarked;
