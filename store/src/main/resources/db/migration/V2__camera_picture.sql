-- The newest picture of every camera with the result of that very frame, so that boxes can never
-- be drawn onto another picture. Every row is overwritten about once a second and its loss is made
-- good by the next picture. So it is unlogged: it stays out of the write-ahead log, which it would
-- else fill with a JPEG per camera and second, and is empty after a crash of the database.
create unlogged table camera_picture (
    camera       text        primary key,
    captured_at  timestamptz not null,
    jpeg         bytea       not null,
    result       json        not null  -- as on the detections topic
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000,
        toast.autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_threshold = 20000);

-- A JPEG does not get smaller.
alter table camera_picture alter column jpeg set storage external;
