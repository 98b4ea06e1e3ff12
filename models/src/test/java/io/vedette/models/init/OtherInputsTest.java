package io.vedette.models.init;

import static ai.onnxruntime.OnnxJavaType.FLOAT;
import static ai.onnxruntime.OnnxJavaType.INT64;
import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxJavaType;
import io.vedette.models.onnx.Feed;
import io.vedette.models.onnx.Tensor;
import io.vedette.models.recognition.Decision;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherInputsTest {

    @Test
    void aKnownNameTellsWhatIsWanted() {
        Decision size = OtherInputs.decision(tensor("orig_target_sizes", INT64, 1, 2));
        Decision mask = OtherInputs.decision(tensor("pixel_mask", INT64, 1, 64, 64));

        assertThat(size.field()).isEqualTo("input.others.orig_target_sizes");
        assertThat(size.value()).isEqualTo("input-width-height");
        assertThat(mask.value()).isEqualTo("1");
    }

    @Test
    void anUnknownNameIsLeftToThePerson() {
        Decision unknown = OtherInputs.decision(tensor("k", FLOAT, 1));

        assertThat(unknown.isOpen()).isTrue();
        assertThat(unknown.reason()).contains("TODO", "k: float[1]", "source-width-height");
    }

    @Test
    void aSizeIsFedInItsOrder() {
        Feed feed = OtherInputs.feed(tensor("orig_target_sizes", INT64, -1, 2), 1, 320, 240);

        assertThat(feed.shape()).containsExactly(1, 2);
        assertThat(List.of(feed.bytes().getLong(), feed.bytes().getLong()))
                .containsExactly(320L, 240L);
    }

    @Test
    void aScalarIsFed() {
        Feed feed = OtherInputs.feed(tensor("iou_threshold", FLOAT), 1, 320, 240);

        assertThat(feed.shape()).isEmpty();
        assertThat(feed.bytes().getFloat()).isBetween(0.5f, 0.7f);
    }

    private static Tensor tensor(String name, OnnxJavaType type, long... shape) {
        return new Tensor(name, type, Arrays.stream(shape).boxed().toList());
    }
}
