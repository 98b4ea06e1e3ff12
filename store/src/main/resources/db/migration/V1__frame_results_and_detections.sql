-- One row per inferred frame. The identity is (camera, captured_at), exact to the microsecond.
create table frame_result (
    camera         text        not null,
    captured_at    timestamptz not null,
    sequence       bigint      not null,
    width          integer     not null,
    height         integer     not null,
    arrived_at     timestamptz not null,
    model_name     text        not null,
    model_version  text        not null,
    model_sha256   text        not null,
    model_route    text        not null,
    queue_ms       real        not null,
    inference_ms   real        not null,
    total_ms       real        not null,
    primary key (camera, captured_at)
) partition by range (captured_at);

-- What was seen in a frame, most confident first: ordinal counts from 0 within its frame.
-- The model's name is repeated here because detections are filtered by it; all else about the
-- frame is one primary-key lookup away.
create table detection (
    camera       text        not null,
    captured_at  timestamptz not null,
    ordinal      integer     not null,
    label        text        not null,
    class_id     integer     not null,
    confidence   real        not null,
    box_x        real        not null,
    box_y        real        not null,
    box_width    real        not null,
    box_height   real        not null,
    track        bigint,
    model_name   text        not null,
    primary key (camera, captured_at, ordinal)
) partition by range (captured_at);

-- Pages run newest first, which is each of these indexes (and the primary key) read backwards.
create index detection_newest on detection (captured_at, camera, ordinal);
create index detection_label_newest on detection (label, captured_at, camera, ordinal);
create index detection_camera_label_newest on detection (camera, label, captured_at, ordinal);

-- The newest frame of every camera, kept up to date by the writer: its size is the number of
-- cameras, however many days are stored, and it outlives the days that are dropped.
create table camera_activity (
    camera         text        primary key,
    captured_at    timestamptz not null,
    sequence       bigint      not null,
    width          integer     not null,
    height         integer     not null,
    model_name     text        not null,
    model_version  text        not null,
    model_sha256   text        not null,
    model_route    text        not null
) with (fillfactor = 50);
