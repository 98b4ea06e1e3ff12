package io.vedette.quickstart.cameras;

import io.vedette.quickstart.cameras.rtsp.CameraPath;

/** The camera that a request is about, and how the request named it. */
record RtspTarget(SimulatedCamera camera, CameraPath path) {}
