package io.vedette.sources;

import io.vedette.schema.CameraStatus;

/** Hears of every change of a camera, in the camera's own thread; must not block. */
interface StatusListener {

    void changed(CameraStatus status);
}
