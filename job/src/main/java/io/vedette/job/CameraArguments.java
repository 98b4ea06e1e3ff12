package io.vedette.job;

import io.vedette.schema.Camera;
import io.vedette.schema.CameraUri;
import io.vedette.sources.RtspSource;
import io.vedette.sources.list.CameraFileException;
import io.vedette.sources.list.CameraFileParser;
import io.vedette.sources.list.CameraList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The arguments that say which cameras are watched; problems go to a common list. */
final class CameraArguments {

    private static final Logger LOG = LoggerFactory.getLogger(CameraArguments.class);

    private final Arguments arguments;
    private final boolean bounded;
    private final List<String> problems;

    CameraArguments(Arguments arguments) {
        this.arguments = arguments;
        this.bounded = arguments.get(JobOptions.CAMERAS_BOUNDED);
        this.problems = arguments.problems();
    }

    /**
     * The list that is asked for: the file's, with the cameras of the command line beside, or those
     * alone, or the topic's.
     */
    CameraList list(String bootstrapServers, String topic) {
        List<Camera> named = new ArrayList<>();
        arguments.all(JobOptions.CAMERA).forEach(assignment -> add(named, assignment));
        check(named);
        if (arguments.has(JobOptions.CAMERAS_FILE)) {
            Path file = Path.of(arguments.get(JobOptions.CAMERAS_FILE));
            check(file, named);
            return CameraList.file(file, named);
        }
        if (arguments.has(JobOptions.CAMERA)) {
            return CameraList.fixed(named);
        }
        if (bounded) {
            problems.add(
                    "Option 'cameras.bounded' needs cameras from '--camera ID=URI' or '--cameras.file FILE', for the list of the topic '%s' has no end."
                            .formatted(topic));
        }
        return CameraList.topic(bootstrapServers, topic);
    }

    private void add(List<Camera> named, String assignment) {
        int equals = assignment.indexOf('=');
        if (equals < 1 || assignment.substring(0, equals).indexOf(':') >= 0) {
            problems.add(
                    "Option 'camera' must look like ID=URI but was '%s'; without 'camera' and 'cameras.file' the cameras of the topic are watched."
                            .formatted(CameraUri.redactUri(assignment)));
            return;
        }
        try {
            named.add(Camera.of(assignment.substring(0, equals), assignment.substring(equals + 1)));
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }

    private void check(List<Camera> cameras) {
        try {
            RtspSource.checked(cameras, bounded);
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }

    /** The JobManager reads the file; what is wrong with it is known earlier if it is here, too. */
    private void check(Path file, List<Camera> named) {
        if (Files.notExists(file)) {
            LOG.warn(
                    "Option 'cameras.file': {} is not on this machine; the JobManager must have it.",
                    file);
            return;
        }
        try {
            check(CameraFileParser.parse(Files.readAllBytes(file), named));
        } catch (IOException e) {
            problems.add("Option 'cameras.file': cannot read %s: %s.".formatted(file, e));
        } catch (CameraFileException e) {
            problems.add("Option 'cameras.file': %s: %s.".formatted(file, e.getMessage()));
        }
    }
}
