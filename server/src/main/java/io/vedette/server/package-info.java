/**
 * The REST interface: what was detected, which cameras there are, and how the server itself is.
 *
 * <p>A server keeps nothing of its own: it reads the store and the camera topic, so any number of
 * them may run side by side.
 */
@NullMarked
package io.vedette.server;

import org.jspecify.annotations.NullMarked;
