package io.vedette.models.coco;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.schema.Box;

/**
 * A rectangle in pixels, in the double precision that the benchmark computes with.
 *
 * @param x left edge
 * @param y top edge
 * @param width horizontal extent
 * @param height vertical extent
 */
public record CocoBox(double x, double y, double width, double height) {

    static CocoBox of(Box box) {
        return new CocoBox(box.x(), box.y(), box.width(), box.height());
    }

    static CocoBox of(JsonNode bbox) {
        return new CocoBox(
                bbox.required(0).asDouble(),
                bbox.required(1).asDouble(),
                bbox.required(2).asDouble(),
                bbox.required(3).asDouble());
    }

    double area() {
        return width * height;
    }

    /** The part of this box that lies in a crowd, else the intersection over union. */
    double overlap(CocoBox truth, boolean crowd) {
        double w = Math.min(x + width, truth.x + truth.width) - Math.max(x, truth.x);
        double h = Math.min(y + height, truth.y + truth.height) - Math.max(y, truth.y);
        if (w <= 0 || h <= 0) {
            return 0;
        }
        double union = crowd ? area() : area() + truth.area() - w * h;
        return w * h / union;
    }
}
