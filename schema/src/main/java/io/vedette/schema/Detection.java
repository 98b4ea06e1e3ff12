package io.vedette.schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import org.jspecify.annotations.Nullable;

/**
 * One object that a model saw in one frame.
 *
 * @param label the class name, from the model package
 * @param classId the class index, from 0
 * @param confidence the model's score in [0, 1]
 * @param box where it is, in pixels of the source frame
 * @param track the id of the tracked object; null before tracking
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Detection(
        String label,
        int classId,
        @JsonSerialize(using = Rounded.ToTenThousandths.class) float confidence,
        Box box,
        @Nullable Long track) {

    public Detection {
        Names.notBlank("Detection label", label);
        if (classId < 0) {
            throw new IllegalArgumentException(
                    "Detection classId must not be negative but was %d.".formatted(classId));
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException(
                    "Detection confidence must be in [0, 1] but was %s.".formatted(confidence));
        }
    }
}
