/**
 * The whole job with live cameras: how old frames are when it has room, what it gives when it has
 * too much to do, and who gets it.
 */
@NullMarked
package io.vedette.bench.live;

import org.jspecify.annotations.NullMarked;
