package io.vedette.schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One object that a model saw in one frame.
 *
 * @param label the class name, from the model package
 * @param classId the class index, from 0
 * @param confidence the model's score in [0, 1]
 * @param box where it is, in pixels of the source frame
 * @param track the id of the tracked object; null before tracking
 * @param landmarks spots of the object, in the model's order; empty for models that give none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Detection(
        String label,
        int classId,
        @JsonSerialize(using = Rounded.ToTenThousandths.class) float confidence,
        Box box,
        @Nullable Long track,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Landmark> landmarks) {

    public Detection(
            String label,
            int classId,
            float confidence,
            Box box,
            @Nullable Long track,
            @Nullable List<Landmark> landmarks) {
        if (classId < 0) {
            throw new IllegalArgumentException(
                    "Detection classId must not be negative but was %d.".formatted(classId));
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException(
                    "Detection confidence must be in [0, 1] but was %s.".formatted(confidence));
        }
        this.label = Names.notBlank("Detection label", label);
        this.classId = classId;
        this.confidence = confidence;
        this.box = box;
        this.track = track;
        this.landmarks = landmarks == null ? List.of() : List.copyOf(landmarks);
    }

    /** A detection without landmarks. */
    public Detection(String label, int classId, float confidence, Box box, @Nullable Long track) {
        this(label, classId, confidence, box, track, List.of());
    }
}
