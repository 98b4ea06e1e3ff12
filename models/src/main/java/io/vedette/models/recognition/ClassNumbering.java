package io.vedette.models.recognition;

import static io.vedette.models.recognition.Sureness.GUESS;
import static io.vedette.models.recognition.Sureness.LIKELY;

import java.util.ArrayList;
import java.util.List;

/**
 * How finished detections number their classes, which their shapes do not tell.
 *
 * @param classes how many have a label
 * @param first the number of the first
 */
record ClassNumbering(int classes, int first) {

    private static final int COCO = 80;

    /** COCO's own category ids run from 1 to 90 and leave ten numbers out. */
    private static final int COCO_IDS = 90;

    private static final ClassNumbering DENSE = new ClassNumbering(COCO, 0);
    private static final ClassNumbering DENSE_FROM_ONE = new ClassNumbering(COCO, 1);
    private static final ClassNumbering SPARSE = new ClassNumbering(COCO_IDS, 0);
    private static final ClassNumbering SPARSE_FROM_ONE = new ClassNumbering(COCO_IDS, 1);

    /** As most exporters number them. */
    static final List<ClassNumbering> USUAL =
            List.of(DENSE, SPARSE_FROM_ONE, DENSE_FROM_ONE, SPARSE);

    /** As TensorFlow's object detection API numbers them. */
    static final List<ClassNumbering> TENSORFLOW =
            List.of(SPARSE_FROM_ONE, DENSE_FROM_ONE, SPARSE, DENSE);

    /** As TensorFlow's exporter for TFLite numbers them. */
    static final List<ClassNumbering> TFLITE =
            List.of(SPARSE, DENSE, SPARSE_FROM_ONE, DENSE_FROM_ONE);

    /** As torchvision numbers them. */
    static final List<ClassNumbering> TORCHVISION = List.of(SPARSE_FROM_ONE, DENSE_FROM_ONE);

    /** As Caffe numbers them, whose first class is the background. */
    static final List<ClassNumbering> CAFFE = List.of(DENSE_FROM_ONE, SPARSE_FROM_ONE);

    /**
     * A guess in the numberings that it may have: those of as many classes as the file names, else
     * those that a family uses, without those that the answer rules out. The first is likely, the
     * others are less.
     */
    static List<Guess> of(
            Observation seen, Guess guess, Column numbers, List<ClassNumbering> usual) {
        List<ClassNumbering> named =
                seen.names()
                        .map(names -> named(names.size(), usual.get(0).first, numbers))
                        .orElse(List.of());
        List<ClassNumbering> open = named.isEmpty() ? allowed(usual, numbers) : named;
        if (open.isEmpty()) {
            open = List.of(new ClassNumbering((int) numbers.max() + 1, 0));
        }
        List<Guess> guesses = new ArrayList<>();
        for (ClassNumbering numbering : open) {
            Sureness sureness = guesses.isEmpty() ? guess.sureness().and(LIKELY) : GUESS;
            guesses.add(numbering.describe(guess, sureness, !named.isEmpty()));
        }
        return guesses;
    }

    private static List<ClassNumbering> named(int names, int usualFirst, Column numbers) {
        return allowed(
                List.of(
                        new ClassNumbering(names, usualFirst),
                        new ClassNumbering(names, 1 - usualFirst)),
                numbers);
    }

    private static List<ClassNumbering> allowed(List<ClassNumbering> all, Column numbers) {
        return all.stream().filter(numbering -> numbering.allows(numbers)).toList();
    }

    private boolean allows(Column numbers) {
        return numbers.count() == 0 || numbers.max() < first + classes;
    }

    private Guess describe(Guess guess, Sureness sureness, boolean named) {
        return guess.counted(classes, sureness)
                .with("first-class", first, named ? LIKELY : GUESS, "the custom of such exports");
    }
}
