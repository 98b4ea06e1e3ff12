package io.vedette.schema;

import java.time.Instant;
import java.util.List;

/** One good example of each record, the same as in the golden files. */
final class Examples {

    static final Instant CAPTURED = Instant.parse("2026-11-23T06:45:24.123456Z");
    static final Instant ARRIVED = Instant.parse("2026-11-23T06:45:24.131002Z");
    static final Box BOX = new Box(412.0f, 101.5f, 54.2f, 140.8f);
    static final ModelRef MODEL = new ModelRef("yolox-nano", "1", "695e750a", Route.LIVE);

    static final FrameResult RESULT =
            new FrameResult(
                    "gate-1",
                    1042,
                    CAPTURED,
                    768,
                    432,
                    ARRIVED,
                    MODEL,
                    new LatencyMs(3.1, 11.8, 21.4),
                    List.of(new Detection("person", 0, 0.91f, BOX, 17L)));

    static final FrameResult EMPTY_RESULT =
            new FrameResult(
                    "gate-1",
                    1043,
                    Instant.parse("2026-11-23T06:45:25Z"),
                    768,
                    432,
                    Instant.parse("2026-11-23T06:45:25Z"),
                    new ModelRef("yolox-nano", "1", "695e750a", Route.SHADOW),
                    new LatencyMs(0, 11.8, 12),
                    List.of());

    static final FrameResult FACE_RESULT =
            new FrameResult(
                    "gate-1",
                    1044,
                    CAPTURED,
                    768,
                    432,
                    ARRIVED,
                    new ModelRef("yunet", "1", "4ae92eeb", Route.LIVE),
                    new LatencyMs(0, 3.2, 4),
                    List.of(
                            new Detection(
                                    "face",
                                    0,
                                    0.95f,
                                    new Box(412, 101.5f, 54.2f, 70),
                                    null,
                                    List.of(
                                            new Landmark(425.25f, 128.12f),
                                            new Landmark(-0.5f, 128)))));

    static final Camera CAMERA =
            new Camera(
                    "gate-1",
                    "rtsp://10.0.0.7/stream",
                    "yolox-nano",
                    5.0,
                    true,
                    List.of(
                            new Zone(
                                    "door",
                                    List.of(
                                            new Point(0.1, 0.2),
                                            new Point(0.9, 0.2),
                                            new Point(0.5, 0.8)))));

    static final Camera WEIGHED_CAMERA =
            new Camera("gate-1", "rtsp://10.0.0.7/stream", null, null, 10, 2.5, true, null);

    static final CameraStatus STATUS =
            new CameraStatus(
                    "gate-1",
                    CameraState.STALLED,
                    CameraCause.NO_PACKETS,
                    "no packet for 5.0 s",
                    CAPTURED,
                    3,
                    Instant.parse("2026-11-23T06:45:32Z"),
                    new CameraStatus.Video("h264", 768, 432, CameraStatus.Clock.CAMERA));

    static final CameraStatus NEW_STATUS =
            CameraStatus.of("gate-1", CameraState.CONNECTING, CAPTURED);

    static final Rollout ROLLOUT =
            new Rollout("yolox-nano", "1", new Rollout.Candidate("2", Rollout.Stage.CANARY, 0.1));

    static final Rollout SETTLED_ROLLOUT = new Rollout("yolox-nano", "2", null);

    static final Event EVENT =
            new Event(
                    "gate-1/17/entered/door/1764",
                    "gate-1",
                    Event.Kind.ENTERED,
                    CAPTURED,
                    17L,
                    "person",
                    "door");

    static final Track TRACK =
            new Track(
                    "gate-1",
                    17,
                    "person",
                    0.91f,
                    BOX,
                    Instant.parse("2026-11-23T06:45:20Z"),
                    CAPTURED);

    static final RasterSpec SPEC =
            new RasterSpec(4, 2, Resize.LETTERBOX, Anchor.TOP_LEFT, 114, ColorOrder.BGR);

    static final Frame FRAME =
            new Frame(
                    "gate-1",
                    1042,
                    CAPTURED,
                    ARRIVED,
                    768,
                    432,
                    new Raster(4, 2, ColorOrder.BGR, SPEC.place(768, 432), new byte[24]),
                    new byte[] {1, 2, 3},
                    new Share(-1, 0.5));

    static final Snapshot SNAPSHOT =
            new Snapshot(RESULT, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9});

    static final DeadLetter DEAD_LETTER =
            new DeadLetter(
                    "gate-1",
                    "decode",
                    "not a JPEG",
                    ARRIVED,
                    CAPTURED,
                    "vedette.frames.v1-0@42",
                    new byte[] {1});

    private Examples() {}
}
