package io.vedette.models.coco;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.schema.Detection;
import io.vedette.schema.Json;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The truth about a set of images, as a COCO annotations file tells it.
 *
 * @param images the pictures to look at
 * @param categories category ids by label; the ids need not be contiguous
 * @param objects what is to be seen
 */
public record CocoDataset(
        List<Image> images, Map<String, Integer> categories, List<TrueObject> objects) {

    /**
     * One picture.
     *
     * @param file its name within the folder of images
     */
    public record Image(long id, String file) {}

    /**
     * One object that is there.
     *
     * @param image the image's id
     * @param category the category's id
     * @param box where it is
     * @param crowd whether it marks a group, by which detections neither gain nor lose
     */
    public record TrueObject(long image, int category, CocoBox box, boolean crowd) {}

    public CocoDataset {
        images = List.copyOf(images);
        categories = Map.copyOf(categories);
        objects = List.copyOf(objects);
    }

    /**
     * Reads an annotations file.
     *
     * @throws IOException if it cannot be read or is not of that form
     */
    public static CocoDataset read(Path file) throws IOException {
        JsonNode root = json(file);
        try {
            return new CocoDataset(images(root), categories(root), objects(root));
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "%s is not a COCO annotations file: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** The first images in which there is something to see, so many at most. */
    public CocoDataset first(int most) {
        Set<Long> shown = objects.stream().map(TrueObject::image).collect(Collectors.toSet());
        List<Image> some =
                images.stream().filter(image -> shown.contains(image.id())).limit(most).toList();
        Set<Long> kept = some.stream().map(Image::id).collect(Collectors.toSet());
        return new CocoDataset(
                some,
                categories,
                objects.stream().filter(each -> kept.contains(each.image())).toList());
    }

    static JsonNode json(Path file) throws IOException {
        try {
            return Json.mapper().readTree(file.toFile());
        } catch (FileNotFoundException e) {
            throw new IOException("%s does not exist.".formatted(file), e);
        } catch (JsonProcessingException e) {
            throw new IOException("%s is not JSON: %s".formatted(file, e.getOriginalMessage()), e);
        }
    }

    private static List<Image> images(JsonNode root) {
        List<Image> images = new ArrayList<>();
        for (JsonNode image : root.required("images")) {
            images.add(
                    new Image(image.required("id").asLong(), image.required("file_name").asText()));
        }
        return images;
    }

    private static Map<String, Integer> categories(JsonNode root) {
        Map<String, Integer> categories = new HashMap<>();
        for (JsonNode category : root.required("categories")) {
            categories.put(category.required("name").asText(), category.required("id").asInt());
        }
        return categories;
    }

    private static List<TrueObject> objects(JsonNode root) {
        List<TrueObject> objects = new ArrayList<>();
        for (JsonNode object : root.required("annotations")) {
            objects.add(
                    new TrueObject(
                            object.required("image_id").asLong(),
                            object.required("category_id").asInt(),
                            CocoBox.of(object.required("bbox")),
                            object.path("iscrowd").asInt() != 0));
        }
        return objects;
    }

    /** A model's answer for one image; labels that this dataset does not have are left out. */
    public List<CocoDetection> detections(long image, List<Detection> answer) {
        List<CocoDetection> detections = new ArrayList<>();
        for (Detection detection : answer) {
            @Nullable Integer category = categories.get(detection.label());
            if (category != null) {
                CocoBox box = CocoBox.of(detection.box());
                detections.add(new CocoDetection(image, category, box, detection.confidence()));
            }
        }
        return detections;
    }
}
