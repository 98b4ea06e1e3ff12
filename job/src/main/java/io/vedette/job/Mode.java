package io.vedette.job;

/** What the job does; all modes share every part. */
public enum Mode {
    /** Cameras in, detections out, with the lowest latency. */
    WATCH,
    /** Cameras in, frames out to Kafka. */
    INGEST,
    /** Frames in from Kafka, detections out. */
    INFER;

    boolean readsCameras() {
        return this != INFER;
    }

    boolean infers() {
        return this != INGEST;
    }
}
