package io.vedette.bench.faults;

import java.time.Duration;

/** How long the parts of a trial take. */
public enum Pace {
    /** For figures. */
    THOROUGH(5000, 8000, 2000, 7000),
    /** For a test of the stand: too short for faults that are silent. */
    BRIEF(2500, 2000, 500, 500);

    private final Duration quiet;
    private final Duration fault;
    private final Duration after;
    private final Duration afterAMoment;

    Pace(long quietMillis, long faultMillis, long afterMillis, long afterAMomentMillis) {
        this.quiet = Duration.ofMillis(quietMillis);
        this.fault = Duration.ofMillis(faultMillis);
        this.after = Duration.ofMillis(afterMillis);
        this.afterAMoment = Duration.ofMillis(afterAMomentMillis);
    }

    /** From the first pictures to the fault. */
    Duration quiet() {
        return quiet;
    }

    /** From the beginning of the fault to its end, if it is not a moment's. */
    Duration fault() {
        return fault;
    }

    /** From the recovery to the end of the trial. */
    Duration after(FaultKind.Course course) {
        return course == FaultKind.Course.INSTANT ? afterAMoment : after;
    }
}
