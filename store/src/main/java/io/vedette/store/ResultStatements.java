package io.vedette.store;

import io.vedette.schema.Detection;
import io.vedette.schema.FrameResult;
import io.vedette.schema.ModelRef;
import io.vedette.schema.Route;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The statements that put results into the tables. They take their row locks in the order of the
 * given results, and those of {@code frame_result} first, so that writers whose results are sorted
 * by identity never wait for each other in a circle.
 */
final class ResultStatements {

    private static final String MICROS = "timestamptz 'epoch' + %s * interval '1 microsecond'";

    private static final String UPSERT_FRAMES =
            """
            insert into frame_result (camera, captured_at, sequence, width, height, arrived_at,
                model_name, model_version, model_sha256, model_route,
                queue_ms, inference_ms, total_ms)
            select camera, %s, sequence, width, height, %s,
                model_name, model_version, model_sha256, model_route,
                queue_ms, inference_ms, total_ms
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as f (camera, captured, sequence,
                width, height, arrived, model_name, model_version, model_sha256, model_route,
                queue_ms, inference_ms, total_ms)
            on conflict (camera, captured_at) do update set
                sequence = excluded.sequence,
                width = excluded.width,
                height = excluded.height,
                arrived_at = excluded.arrived_at,
                model_name = excluded.model_name,
                model_version = excluded.model_version,
                model_sha256 = excluded.model_sha256,
                model_route = excluded.model_route,
                queue_ms = excluded.queue_ms,
                inference_ms = excluded.inference_ms,
                total_ms = excluded.total_ms
            """
                    .formatted(MICROS.formatted("captured"), MICROS.formatted("arrived"));

    /** The bounds say nothing new, but keep the other days' partitions out of it. */
    private static final String DELETE_DETECTIONS =
            """
            delete from detection d
            using unnest(?, ?) as f (camera, captured)
            where d.camera = f.camera and d.captured_at = %s
                and d.captured_at >= %s and d.captured_at <= %s
            """
                    .formatted(
                            MICROS.formatted("f.captured"),
                            MICROS.formatted("?"),
                            MICROS.formatted("?"));

    private static final String INSERT_DETECTIONS =
            """
            insert into detection (camera, captured_at, ordinal, label, class_id, confidence,
                box_x, box_y, box_width, box_height, track, model_name)
            select camera, %s, ordinal, label, class_id, confidence,
                box_x, box_y, box_width, box_height, track, model_name
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as d (camera, captured, ordinal, label,
                class_id, confidence, box_x, box_y, box_width, box_height, track, model_name)
            """
                    .formatted(MICROS.formatted("captured"));

    private static final String UPSERT_ACTIVITY =
            """
            insert into camera_activity as known (camera, captured_at, sequence, width, height,
                arrived_at, model_name, model_version, model_sha256, model_route)
            select camera, %s, sequence, width, height, %s,
                model_name, model_version, model_sha256, model_route
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as f (camera, captured, sequence, width, height,
                arrived, model_name, model_version, model_sha256, model_route)
            on conflict (camera) do update set
                captured_at = excluded.captured_at,
                sequence = excluded.sequence,
                width = excluded.width,
                height = excluded.height,
                arrived_at = excluded.arrived_at,
                model_name = excluded.model_name,
                model_version = excluded.model_version,
                model_sha256 = excluded.model_sha256,
                model_route = excluded.model_route
            where excluded.captured_at >= known.captured_at
            """
                    .formatted(MICROS.formatted("captured"), MICROS.formatted("arrived"));

    private final Connection connection;

    ResultStatements(Connection connection) {
        this.connection = connection;
    }

    /** Writes results that are sorted by identity, each identity once. */
    void replace(List<FrameResult> results) throws SQLException {
        upsertFrames(results);
        deleteDetections(results);
        insertDetections(results.stream().flatMap(ResultStatements::rows).toList());
        upsertActivity(newestOfEachCamera(results));
    }

    private void upsertFrames(List<FrameResult> results) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UPSERT_FRAMES)) {
            bindModel(
                            new Columns<>(statement, results)
                                    .text(FrameResult::camera)
                                    .instant(FrameResult::capturedAt)
                                    .bigint(FrameResult::sequence)
                                    .integer(FrameResult::width)
                                    .integer(FrameResult::height)
                                    .instant(FrameResult::arrivedAt))
                    .real(result -> result.latencyMs().queue())
                    .real(result -> result.latencyMs().inference())
                    .real(result -> result.latencyMs().total());
            statement.executeUpdate();
        }
    }

    private void deleteDetections(List<FrameResult> results) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE_DETECTIONS)) {
            new Columns<>(statement, results)
                    .text(FrameResult::camera)
                    .instant(FrameResult::capturedAt);
            LongSummaryStatistics captured = capturedMicros(results);
            statement.setLong(3, captured.getMin());
            statement.setLong(4, captured.getMax());
            statement.executeUpdate();
        }
    }

    private void insertDetections(List<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT_DETECTIONS)) {
            new Columns<>(statement, rows)
                    .text(row -> row.frame.camera())
                    .instant(row -> row.frame.capturedAt())
                    .integer(Row::ordinal)
                    .text(row -> row.detection().label())
                    .integer(row -> row.detection().classId())
                    .real(row -> row.detection().confidence())
                    .real(row -> row.detection().box().x())
                    .real(row -> row.detection().box().y())
                    .real(row -> row.detection().box().width())
                    .real(row -> row.detection().box().height())
                    .nullableBigint(row -> row.detection().track())
                    .text(row -> row.frame.model().name());
            statement.executeUpdate();
        }
    }

    private void upsertActivity(List<FrameResult> results) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UPSERT_ACTIVITY)) {
            bindModel(
                    new Columns<>(statement, results)
                            .text(FrameResult::camera)
                            .instant(FrameResult::capturedAt)
                            .bigint(FrameResult::sequence)
                            .integer(FrameResult::width)
                            .integer(FrameResult::height)
                            .instant(FrameResult::arrivedAt));
            statement.executeUpdate();
        }
    }

    private static Columns<FrameResult> bindModel(Columns<FrameResult> columns)
            throws SQLException {
        return columns.text(result -> result.model().name())
                .text(result -> result.model().version())
                .text(result -> result.model().sha256())
                .text(result -> routeName(result.model()));
    }

    private static String routeName(ModelRef model) {
        Route route = model.route();
        return route.name().toLowerCase(Locale.ROOT);
    }

    private static LongSummaryStatistics capturedMicros(List<FrameResult> results) {
        return results.stream()
                .mapToLong(result -> Columns.micros(result.capturedAt()))
                .summaryStatistics();
    }

    private static List<FrameResult> newestOfEachCamera(List<FrameResult> sorted) {
        Map<String, FrameResult> newest = new LinkedHashMap<>();
        sorted.forEach(result -> newest.put(result.camera(), result));
        return List.copyOf(newest.values());
    }

    private static Stream<Row> rows(FrameResult frame) {
        return IntStream.range(0, frame.detections().size())
                .mapToObj(ordinal -> new Row(frame, ordinal));
    }

    private record Row(FrameResult frame, int ordinal) {
        Detection detection() {
            return frame.detections().get(ordinal);
        }
    }
}
