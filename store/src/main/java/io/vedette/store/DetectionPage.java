package io.vedette.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some detections, newest first.
 *
 * @param items the detections
 * @param next where the following page begins; null after the last one
 */
public record DetectionPage(List<StoredDetection> items, @Nullable Cursor next) {}
