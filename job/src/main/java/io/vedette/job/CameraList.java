package io.vedette.job;

import io.vedette.schema.Camera;
import io.vedette.schema.CameraUri;
import io.vedette.schema.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The cameras of a job as they are named one after another; problems go to a common list. */
final class CameraList {

    private final List<Camera> cameras = new ArrayList<>();
    private final List<String> problems;

    CameraList(List<String> problems) {
        this.problems = problems;
    }

    List<Camera> cameras() {
        return cameras;
    }

    /** Adds {@code ID=URI}. */
    void addAssignment(String assignment) {
        int equals = assignment.indexOf('=');
        if (equals < 1 || assignment.substring(0, equals).indexOf(':') >= 0) {
            problems.add(
                    "Option 'camera' must look like ID=URI but was '%s'."
                            .formatted(CameraUri.redactUri(assignment)));
            return;
        }
        try {
            add(Camera.of(assignment.substring(0, equals), assignment.substring(equals + 1)));
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }

    /** Adds the cameras of a JSON array. */
    void addFile(Path file) {
        try {
            for (Camera camera : Json.read(Files.readAllBytes(file), Camera[].class)) {
                add(camera);
            }
        } catch (IOException e) {
            problems.add("Option 'cameras.file': cannot read %s: %s.".formatted(file, e));
        } catch (IllegalArgumentException e) {
            problems.add("Option 'cameras.file': %s: %s".formatted(file, e.getMessage()));
        }
    }

    private void add(Camera camera) {
        if (cameras.stream().anyMatch(known -> known.id().equals(camera.id()))) {
            problems.add("Camera '%s' is given twice.".formatted(camera.id()));
            return;
        }
        cameras.add(camera);
    }
}
