package io.vedette.models.init;

import io.vedette.models.inputs.NumberWriter;
import io.vedette.models.inputs.OtherInput;
import io.vedette.models.inputs.OtherInput.Source;
import io.vedette.models.inputs.OtherInputGuess;
import io.vedette.models.onnx.Feed;
import io.vedette.models.onnx.Tensor;
import io.vedette.models.recognition.Decision;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The inputs of a graph that take no picture: what each is told, and why. */
final class OtherInputs {

    private static final double LEAST_SCORE = 0.05;
    private static final double MOST_OVERLAP = 0.6;
    private static final double MOST_BOXES = 100;

    private OtherInputs() {}

    /** A decision for an input. */
    static Decision decision(Tensor input) {
        String field = "input.others." + input.name();
        Optional<OtherInput> told = OtherInputGuess.of(input);
        if (told.isEmpty()) {
            return Decision.open(
                    field,
                    "TODO: %s: say what it is told: a number, a list of numbers or one of %s"
                            .formatted(input, sources()));
        }
        OtherInput other = told.get();
        return other.source() == Source.CONSTANT
                ? Decision.likely(field, number(other.numbers().get(0)), "the custom of its name")
                : Decision.likely(field, other.source().key(), "the custom of its name");
    }

    private static String number(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static String sources() {
        return Stream.of(Source.values())
                .filter(source -> source != Source.CONSTANT)
                .map(Source::key)
                .collect(Collectors.joining(", "));
    }

    /**
     * What an input is told of a picture that is its own source frame.
     *
     * @throws InitException if it takes no numbers
     */
    static Feed feed(Tensor input, int batch, int width, int height) {
        if (!NumberWriter.knows(input.type())) {
            throw new InitException(
                    "Input %s takes no numbers, and nothing else can be given.".formatted(input));
        }
        long[] shape = shape(input, batch, width, height);
        int size = 1;
        for (long dimension : shape) {
            size = Math.multiplyExact(size, Math.toIntExact(dimension));
        }
        ByteBuffer bytes =
                ByteBuffer.allocateDirect(size * input.type().size).order(ByteOrder.nativeOrder());
        for (int i = 0; i < size; i++) {
            NumberWriter.put(value(input, i, width, height), input.type(), bytes);
        }
        return new Feed(input.name(), input.type(), shape, bytes.flip());
    }

    /** Open are the batch, what is as large as the picture, and pairs of numbers. */
    private static long[] shape(Tensor input, int batch, int width, int height) {
        int rank = input.rank();
        long[] shape = new long[rank];
        for (int d = 0; d < rank; d++) {
            long open = d == 0 && rank > 1 ? batch : d == rank - 1 ? 2 : 1;
            if (rank > 2 && d >= rank - 2) {
                open = d == rank - 1 ? width : height;
            }
            shape[d] = input.size(d) == Tensor.OPEN ? open : input.size(d);
        }
        return shape;
    }

    private static double value(Tensor input, int index, int width, int height) {
        Optional<OtherInput> told = OtherInputGuess.of(input);
        if (told.isEmpty()) {
            return 1;
        }
        boolean first = index % 2 == 0;
        return switch (told.get().source()) {
            case CONSTANT -> told.get().numbers().get(0);
            case SOURCE_WIDTH_HEIGHT, INPUT_WIDTH_HEIGHT -> first ? width : height;
            case SOURCE_HEIGHT_WIDTH, INPUT_HEIGHT_WIDTH -> first ? height : width;
            case SCALE_HEIGHT_WIDTH -> 1;
            case CONFIDENCE -> LEAST_SCORE;
            case IOU -> MOST_OVERLAP;
            case MAX_DETECTIONS -> MOST_BOXES;
        };
    }
}
