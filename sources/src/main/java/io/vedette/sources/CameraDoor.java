package io.vedette.sources;

import java.io.IOException;
import java.time.Duration;

/**
 * Opens one camera's stream. Where the camera was away it knocks first, and opens only if somebody
 * answers; once a minute of absence it opens all the same, in case there is a way that the knock
 * does not know.
 *
 * <p>Used by one thread at a time.
 */
final class CameraDoor {

    private static final Duration REGARDLESS = Duration.ofMinutes(1);
    private static final Duration FILE_TIMEOUT = Duration.ofMinutes(1);

    private final CameraSplit camera;
    private final CameraLoop.Opener opener;
    private final boolean live;
    private final Duration openLimit;
    private final Duration readLimit;
    private boolean wasAway;
    private long lastOpenNanos;

    CameraDoor(CameraSplit camera, WatchSettings settings) {
        this.camera = camera;
        this.opener = settings.opener();
        this.live = camera.file() == null;
        RtspSettings rtsp = settings.rtsp();
        Duration open = live ? rtsp.openTimeout() : FILE_TIMEOUT;
        Duration read =
                live ? rtsp.readTimeout().plus(rtsp.video().pictureTimeout()) : FILE_TIMEOUT;
        this.openLimit = open.plus(rtsp.hungAfter());
        this.readLimit = read.plus(rtsp.hungAfter());
    }

    FrameStream open(NativeCalls calls, boolean away) throws IOException {
        if (live && away) {
            if (!wasAway) {
                lastOpenNanos = System.nanoTime();
            }
            wasAway = true;
            knock(calls);
        }
        wasAway = away;
        lastOpenNanos = System.nanoTime();
        return calls.open(opener, camera, openLimit, readLimit);
    }

    private void knock(NativeCalls calls) throws IOException {
        try {
            calls.knock(opener, camera, openLimit);
        } catch (StreamException e) {
            if (System.nanoTime() - lastOpenNanos < REGARDLESS.toNanos()) {
                throw e;
            }
        }
    }
}
