-- When that frame arrived, by the clock of this side: what tells whether a camera is still seen,
-- since a file or a camera with a wrong clock may be captured at any time. Unknown for what was
-- written before.
alter table camera_activity add column arrived_at timestamptz;
