package io.vedette.models.outputs;

/** What the four numbers of a box are. */
public enum BoxForm {
    /** Centre x, centre y, width, height. */
    CXCYWH,
    /** Left, top, right, bottom. */
    XYXY,
    /** Top, left, bottom, right. */
    YXYX,
    /** Left, top, width, height. */
    XYWH;

    /** The left edge. */
    float left(float a, float b, float c, float d) {
        return switch (this) {
            case CXCYWH -> a - c / 2;
            case XYXY, XYWH -> a;
            case YXYX -> b;
        };
    }

    /** The top edge. */
    float top(float a, float b, float c, float d) {
        return switch (this) {
            case CXCYWH -> b - d / 2;
            case XYXY, XYWH -> b;
            case YXYX -> a;
        };
    }

    /** The right edge. */
    float right(float a, float b, float c, float d) {
        return switch (this) {
            case CXCYWH -> a + c / 2;
            case XYXY -> c;
            case YXYX -> d;
            case XYWH -> a + c;
        };
    }

    /** The bottom edge. */
    float bottom(float a, float b, float c, float d) {
        return switch (this) {
            case CXCYWH -> b + d / 2;
            case XYXY -> d;
            case YXYX -> c;
            case XYWH -> b + d;
        };
    }
}
