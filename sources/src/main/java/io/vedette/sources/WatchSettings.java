package io.vedette.sources;

/**
 * How all cameras of a reader are watched.
 *
 * @param capture in which forms frames are handed over
 * @param rtsp how cameras are reached
 * @param bounded whether a camera that fails has ended
 * @param opener what opens their streams
 */
record WatchSettings(
        CaptureSettings capture, RtspSettings rtsp, boolean bounded, CameraLoop.Opener opener) {}
