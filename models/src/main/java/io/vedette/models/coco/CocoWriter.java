package io.vedette.models.coco;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.schema.Box;
import io.vedette.schema.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Gathers what is in a set of images, and writes it as a COCO annotations file. Images and
 * annotations are numbered from 1 in the order in which they were added; the category of a class id
 * is one more than it. Used by one thread.
 */
public final class CocoWriter {

    private final ObjectNode root = Json.mapper().createObjectNode();
    private final ObjectNode info = root.putObject("info");
    private final ArrayNode licences = root.putArray("licenses");
    private final ArrayNode images = root.putArray("images");
    private final ArrayNode annotations = root.putArray("annotations");
    private final int classes;

    /**
     * @param description what the images are
     * @param labels of the classes, by class id
     */
    public CocoWriter(String description, List<String> labels) {
        info.put("description", description);
        classes = labels.size();
        ArrayNode categories = root.putArray("categories");
        for (int i = 0; i < classes; i++) {
            categories.addObject().put("id", i + 1).put("name", labels.get(i));
        }
    }

    /** Where more about the whole set can be noted. */
    public ObjectNode info() {
        return info;
    }

    /** Notes a licence under which the images are. */
    public void licence(String name, String url) {
        licences.addObject().put("id", licences.size()).put("name", name).put("url", url);
    }

    /**
     * Adds an image; what is in it is added next.
     *
     * @param file its name within the folder of images
     * @return its id
     */
    public long image(String file, int width, int height) {
        long id = images.size() + 1L;
        images.addObject()
                .put("id", id)
                .put("file_name", file)
                .put("width", width)
                .put("height", height);
        return id;
    }

    /**
     * Adds an object to the image added last.
     *
     * @param crowd whether detections there neither gain nor lose
     * @return the annotation, to which more can be noted
     */
    public ObjectNode object(int classId, Box box, boolean crowd) {
        if (classId < 0 || classId >= classes) {
            throw new IllegalArgumentException(
                    "Class id must be between 0 and %d but was %d."
                            .formatted(classes - 1, classId));
        }
        if (images.isEmpty()) {
            throw new IllegalStateException("An object needs an image, but none was added yet.");
        }
        ObjectNode annotation = annotations.addObject();
        annotation.put("id", annotations.size());
        annotation.put("image_id", images.size());
        annotation.put("category_id", classId + 1);
        annotation.putArray("bbox").add(box.x()).add(box.y()).add(box.width()).add(box.height());
        annotation.put("area", box.area());
        annotation.put("iscrowd", crowd ? 1 : 0);
        return annotation;
    }

    /** Writes all that was added. */
    public void write(Path file) throws IOException {
        Json.mapper().writeValue(file.toFile(), root);
    }
}
