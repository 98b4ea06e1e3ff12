package io.vedette.quickstart;

import io.vedette.schema.Camera;
import io.vedette.schema.CameraUri;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the {@code --camera ID=URI} arguments, and collects what is wrong with any of them. */
final class CameraArguments {

    private final List<Camera> cameras = new ArrayList<>();
    private final List<String> problems;
    private final Set<String> ids = new HashSet<>();

    private CameraArguments(List<String> problems) {
        this.problems = problems;
    }

    /** The cameras that are right; what is wrong with the others is added to the problems. */
    static List<Camera> parse(List<String> arguments, List<String> problems) {
        CameraArguments reading = new CameraArguments(problems);
        arguments.forEach(reading::add);
        return List.copyOf(reading.cameras);
    }

    private void add(String argument) {
        int equals = argument.indexOf('=');
        if (equals < 1 || equals == argument.length() - 1 || isUri(argument.substring(0, equals))) {
            problems.add(
                    "Option --camera must be ID=URI but was '%s'."
                            .formatted(CameraUri.redactUri(argument)));
            return;
        }
        String id = argument.substring(0, equals);
        if (!ids.add(id)) {
            problems.add("Camera '%s' is given twice: ids must differ.".formatted(id));
            return;
        }
        try {
            cameras.add(existing(Camera.of(id, uri(id, argument.substring(equals + 1)))));
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
        }
    }

    /** Such as {@code rtsp://admin:secret@host/x?a} of a uri that stands without an id. */
    private static boolean isUri(String id) {
        return id.indexOf(':') >= 0 || id.indexOf('/') >= 0;
    }

    /** A plain path of a file becomes its uri; a query such as {@code ?pace=max} is kept. */
    private static String uri(String camera, String given) {
        int query = given.indexOf('?');
        String path = query < 0 ? given : given.substring(0, query);
        if (isFile(path)) {
            return Path.of(path).toAbsolutePath().normalize().toUri()
                    + given.substring(path.length());
        }
        if (CameraUri.scheme(given).isEmpty()) {
            throw new IllegalArgumentException(
                    "Camera '%s': '%s' is neither a file here nor a uri such as rtsp://192.0.2.7/stream."
                            .formatted(camera, CameraUri.redactUri(given)));
        }
        return given;
    }

    private static boolean isFile(String path) {
        try {
            return Files.isRegularFile(Path.of(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Camera existing(Camera camera) {
        if (camera.uri().startsWith("file:") && !isFile(pathOf(camera.uri()))) {
            throw new IllegalArgumentException(
                    "Camera '%s': there is no file '%s'."
                            .formatted(camera.id(), shownPath(camera.uri())));
        }
        return camera;
    }

    /** Without what looks like credentials in front of a host. */
    private static String shownPath(String fileUri) {
        boolean host = fileUri.matches("file://[^/].*");
        return host ? CameraUri.redact(fileUri) : pathOf(fileUri);
    }

    private static String pathOf(String fileUri) {
        try {
            return String.valueOf(URI.create(fileUri).getPath());
        } catch (IllegalArgumentException e) {
            return fileUri.substring("file:".length()).replaceAll("\\?.*", "");
        }
    }
}
