package io.vedette.models.init;

import io.vedette.models.onnx.GraphSignature;
import io.vedette.models.onnx.Tensor;
import io.vedette.models.recognition.Decision;
import io.vedette.models.recognition.Sureness;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A size of the picture that a graph may want.
 *
 * @param reason why, in a few words
 */
record PictureSize(int width, int height, Sureness sureness, String reason) {

    private static final int LARGEST = 16384;
    private static final List<Integer> USUAL = List.of(640, 320, 416, 512, 608, 300, 224, 800);
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** Sizes to try, the likeliest first: the graph's own, or the metadata's, or usual ones. */
    static List<PictureSize> candidates(GraphSignature graph, PictureInput picture) {
        long width = picture.width();
        long height = picture.height();
        if (width != Tensor.OPEN && height != Tensor.OPEN) {
            requireSide(picture, width, height);
            return List.of(new PictureSize((int) width, (int) height, Sureness.SURE, "the graph"));
        }
        List<PictureSize> sizes = new ArrayList<>();
        noted(graph, sizes);
        for (int side : USUAL) {
            sizes.add(
                    new PictureSize(
                            width == Tensor.OPEN ? side : (int) width,
                            height == Tensor.OPEN ? side : (int) height,
                            Sureness.GUESS,
                            "the graph takes any; give the one that it was trained with"));
        }
        return sizes;
    }

    private static void requireSide(PictureInput picture, long width, long height) {
        if (Math.min(width, height) < 1 || Math.max(width, height) > LARGEST) {
            throw new InitException(
                    "Input %s wants a picture of %d x %d, but sides must be from 1 to %d."
                            .formatted(picture.tensor(), width, height, LARGEST));
        }
    }

    /** {@code imgsz}, height and width, which Ultralytics' exporter notes. */
    private static void noted(GraphSignature graph, List<PictureSize> sizes) {
        List<Integer> sides = new ArrayList<>();
        Matcher found = NUMBER.matcher(graph.metadata().getOrDefault("imgsz", ""));
        while (found.find() && found.group().length() < 6) {
            sides.add(Integer.parseInt(found.group()));
        }
        if (!sides.isEmpty() && sides.size() <= 2 && sides.stream().allMatch(s -> s > 0)) {
            sizes.add(
                    new PictureSize(
                            sides.get(sides.size() - 1),
                            sides.get(0),
                            Sureness.SURE,
                            "imgsz in the metadata"));
        }
    }

    /** The two decisions for {@code model.yaml}. */
    List<Decision> decisions() {
        return List.of(
                new Decision("input.width", String.valueOf(width), sureness, reason),
                new Decision("input.height", String.valueOf(height), sureness, reason));
    }

    @Override
    public String toString() {
        return width + " x " + height;
    }
}
