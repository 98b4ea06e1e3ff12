package io.vedette.models.init;

import io.vedette.models.recognition.Decision;
import io.vedette.models.recognition.Guess;
import io.vedette.models.recognition.Observation;
import io.vedette.models.recognition.Preparation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The names of a model's classes.
 *
 * @param names all different
 * @param decision how they were found
 */
record Labels(List<String> names, Decision decision) {

    static final String FIELD = "labels";
    private static final String FILE = "labels.txt";
    private static final int COCO = 80;
    private static final int COCO_IDS = 90;
    private static final int VOC = 20;

    /** The category ids of COCO that stand for nothing. */
    private static final Set<Integer> UNUSED = Set.of(12, 26, 29, 30, 45, 66, 68, 69, 71, 83);

    /** Those of the file's metadata, else those that so many classes usually have. */
    static Labels of(Observation seen, Guess guess) {
        return seen.names()
                .filter(names -> names.size() == guess.classes())
                .map(
                        names ->
                                new Labels(
                                        names,
                                        Decision.sure(
                                                FIELD,
                                                FILE,
                                                names.size() + " names of the metadata")))
                .orElseGet(() -> byCount(guess));
    }

    private static Labels byCount(Guess guess) {
        return switch (guess.classes()) {
            case COCO -> guessed(resource("coco.txt"), "80 classes are usually those of COCO");
            case COCO_IDS ->
                    guessed(cocoIds(1), "numbered up to 90 as in COCO, where ten are unused");
            case COCO_IDS + 1 ->
                    guessed(cocoIds(0), "91 classes are usually COCO's ids, where 11 are unused");
            case VOC -> guessed(resource("voc.txt"), "20 classes are usually those of Pascal VOC");
            case 1 ->
                    findsFaces(guess)
                            ? guessed(List.of("face"), "such networks find faces")
                            : placeholders(1);
            default -> placeholders(guess.classes());
        };
    }

    /**
     * What so many classes usually are, whatever a file calls them; empty where nothing is usual.
     */
    static List<String> usual(int classes) {
        return switch (classes) {
            case COCO -> resource("coco.txt");
            case VOC -> resource("voc.txt");
            default -> List.of();
        };
    }

    private static boolean findsFaces(Guess guess) {
        return switch (guess.format()) {
            case YUNET, SCRFD, BLAZEFACE, ULTRAFACE_HEADS, SSD_HEADS -> true;
            default ->
                    guess.preparations().contains(Preparation.ULTRAFACE)
                            || guess.preparations().contains(Preparation.BLAZEFACE);
        };
    }

    private static Labels guessed(List<String> names, String reason) {
        return new Labels(names, Decision.guess(FIELD, FILE, reason));
    }

    private static Labels placeholders(int count) {
        return guessed(
                IntStream.range(0, count).mapToObj(i -> "class-" + i).toList(),
                "placeholders: the file names no classes; write yours, one a line");
    }

    private static List<String> cocoIds(int first) {
        List<String> used = resource("coco.txt");
        List<String> names = new ArrayList<>();
        int next = 0;
        for (int id = first; id <= COCO_IDS; id++) {
            boolean unused = id == 0 || UNUSED.contains(id);
            names.add(unused ? "n/a-" + id : used.get(next++));
        }
        return names;
    }

    private static List<String> resource(String name) {
        try (InputStream in = Labels.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
