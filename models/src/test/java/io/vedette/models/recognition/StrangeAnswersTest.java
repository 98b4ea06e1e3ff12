package io.vedette.models.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxJavaType;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that no known network gives: the recognisers may be wrong, but do not fail. */
class StrangeAnswersTest {

    private static final int[] SIZES = {
        0, 1, 1, 1, 2, 3, 4, 4, 5, 6, 7, 8, 10, 12, 16, 16, 32, 64, 80, 85, 144, 255, 256, 336, 896
    };
    private static final int MOST_VALUES = 200_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void areTakenForSomethingOrNothing(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            Observation seen = answer(random).seen();

            assertThat(FormatRecognizers.recognize(seen))
                    .as(seen.answer())
                    .allMatch(guess -> guess.classes() > 0)
                    .allMatch(guess -> !guess.preparations().isEmpty());
            assertThat(UnknownOutputs.hint(seen)).isNotNull();
        }
    }

    private static FakeAnswer answer(Random random) {
        FakeAnswer answer = new FakeAnswer();
        int outputs = 1 + random.nextInt(4);
        for (int output = 0; output < outputs; output++) {
            int[] shape = shape(random);
            int size = (int) size(shape);
            answer.output(
                    "output" + output,
                    random.nextBoolean() ? OnnxJavaType.FLOAT : OnnxJavaType.INT64,
                    shape,
                    size == 0 ? 1 : size,
                    numbers(random));
        }
        return answer;
    }

    private static int[] shape(Random random) {
        int[] shape = new int[random.nextInt(6)];
        do {
            Arrays.setAll(shape, d -> SIZES[random.nextInt(SIZES.length)]);
        } while (size(shape) > MOST_VALUES);
        return shape;
    }

    private static long size(int[] shape) {
        return Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b);
    }

    private static FakeAnswer.Numbers numbers(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> (row, column) -> random.nextDouble();
            case 1 -> (row, column) -> random.nextGaussian() * 50;
            case 2 -> (row, column) -> row % 100;
            case 3 -> (row, column) -> Double.NaN;
            default -> (row, column) -> 0;
        };
    }
}
