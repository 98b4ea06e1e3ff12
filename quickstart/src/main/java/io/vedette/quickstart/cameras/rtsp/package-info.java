/** RTSP on the wire: requests, logins, transports. It knows nothing of cameras. */
@NullMarked
package io.vedette.quickstart.cameras.rtsp;

import org.jspecify.annotations.NullMarked;
