package io.vedette.models.init;

import io.vedette.models.recognition.Guess;
import io.vedette.models.recognition.Sureness;

/** A description of a network, and what it sees on the test card. */
record Tried(Draft draft, Trial trial) {

    /**
     * What a later description must see more, for the first is the usual one; or may see less, if
     * it is the gentler one, for a network that is driven too hard is surer than it should be.
     */
    private static final double MARGIN = 1.05;

    /** The same where the names of what is seen say nothing. */
    private static final double NAMELESS_MARGIN = 1.5;

    /** Less may be chance. */
    private static final double LEAST_BOXES = 0.5;

    /** Whether another is better. */
    boolean yieldsTo(Tried other) {
        return (other.trial.works() && !trial.works())
                || (other.trial.proves() && other.trial.agreement() > wanted(other))
                || seesLessThan(other);
    }

    private double wanted(Tried other) {
        boolean gentler = other.draft.preparation().isGentlerThan(draft.preparation());
        return trial.agreement() * (gentler ? 1 / MARGIN : MARGIN);
    }

    /** Of two that prove nothing and differ in the pixels only. */
    private boolean seesLessThan(Tried other) {
        return !trial.proves()
                && !other.trial.proves()
                && draft.guess().equals(other.draft.guess())
                && other.trial.boxes() > Math.max(LEAST_BOXES, trial.boxes() * NAMELESS_MARGIN);
    }

    /** Whether a guess cannot be better than this. */
    boolean settles(Guess next) {
        Sureness own = draft.guess().sureness();
        return trial.proves() && (own == Sureness.SURE || own != next.sureness());
    }
}
