package io.vedette.bench.faults;

import io.vedette.bench.stand.TimedPictures;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a camera that fails may cost. */
final class Targets {

    static final long NOTICED_MILLIS = 6000;
    static final long RECOVERED_MILLIS = 2000;

    /** A picture's interval: less is noise of a machine that also runs the servers. */
    static final long NEIGHBOUR_SLACK_MILLIS = TimedPictures.INTERVAL_MILLIS;

    private Targets() {}

    /** Those that were missed, for people; none if all is well. */
    static List<String> missed(
            FaultKind fault,
            @Nullable Long detected,
            @Nullable Long recovered,
            long neighbour,
            long neighbourQuiet) {
        List<String> missed = new ArrayList<>();
        boolean mustNotice = fault.course() == FaultKind.Course.OUTAGE;
        if (mustNotice && (detected == null || detected > NOTICED_MILLIS)) {
            missed.add("noticed within %d ms".formatted(NOTICED_MILLIS));
        }
        if (recovered == null || (fault.isHurried() && recovered > RECOVERED_MILLIS)) {
            missed.add("back within %d ms".formatted(RECOVERED_MILLIS));
        }
        if (neighbour < 0 || neighbour > neighbourQuiet + NEIGHBOUR_SLACK_MILLIS) {
            missed.add("neighbour as before");
        }
        return missed;
    }
}
