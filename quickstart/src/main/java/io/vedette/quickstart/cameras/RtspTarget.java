package io.vedette.quickstart.cameras;

/** The camera that a request is about, and how the request named it. */
record RtspTarget(SimulatedCamera camera, CameraPath path) {}
