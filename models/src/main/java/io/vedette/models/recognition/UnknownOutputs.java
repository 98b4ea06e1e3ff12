package io.vedette.models.recognition;

import java.util.List;

/** Says of outputs that no recognizer knows what they seem to be. */
public final class UnknownOutputs {

    private static final String TASK = "task";
    private static final List<String> TASKS = List.of("", "detect", "classify");

    private UnknownOutputs() {}

    /** Whether the file says that it is made for what is not known. */
    static boolean isOfAnotherTask(Observation seen) {
        return !TASKS.contains(seen.metadata(TASK));
    }

    /** A sentence that starts with a space; empty where nothing is known. */
    public static String hint(Observation seen) {
        if (isOfAnotherTask(seen)) {
            return " The metadata names the task '%s'; detection and classification are known."
                    .formatted(seen.metadata(TASK));
        }
        if (seen.outputs().stream().anyMatch(output -> output.values().length == 0)) {
            return " An output without rows cannot be judged.";
        }
        long maps =
                seen.outputs().stream()
                        .filter(output -> HeadMap.of(seen, output).isPresent())
                        .count();
        if (maps == 1 && seen.outputs().size() == 2) {
            return " They seem to be boxes with masks, which are not known.";
        }
        if (maps > 1) {
            return " They seem to be raw heads of an unknown kind; export with boxes decoded.";
        }
        return BoxesBesideScores.of(seen).isPresent()
                ? " They seem to be corrections of anchors that the file does not have; export"
                        + " with boxes decoded."
                : "";
    }
}
