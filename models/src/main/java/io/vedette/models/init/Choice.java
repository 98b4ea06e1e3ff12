package io.vedette.models.init;

import io.vedette.models.init.GraphProbe.Probed;
import io.vedette.models.recognition.Decision;
import io.vedette.models.recognition.Guess;
import io.vedette.models.recognition.Preparation;
import io.vedette.models.recognition.Sureness;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Tries descriptions of a network on the test card, and keeps the one that sees most. Where none
 * sees anything, since the network knows other things, the first that works is kept.
 */
final class Choice {

    /**
     * What a later description must see more, for the first is the usual one; or may see less, if
     * it is the gentler one, for a network that is driven too hard is surer than it should be.
     */
    private static final double MARGIN = 1.05;

    private final NewPackage made;
    private final List<Decision> identity;
    private final Probed probed;
    private Optional<Tried> best = Optional.empty();

    Choice(NewPackage made, List<Decision> identity, Probed probed) {
        this.made = made;
        this.identity = identity;
        this.probed = probed;
    }

    /** A description, and what it sees. */
    record Tried(Draft draft, Trial trial) {

        /** Whether another is better. */
        private boolean yieldsTo(Tried other) {
            boolean gentler = other.draft.preparation().isGentlerThan(draft.preparation());
            double wanted = trial.agreement() * (gentler ? 1 / MARGIN : MARGIN);
            return (other.trial.works() && !trial.works())
                    || (other.trial.proves() && other.trial.agreement() > wanted);
        }

        /** Whether a guess cannot be better than this. */
        private boolean settles(Guess next) {
            Sureness own = draft.guess().sureness();
            return trial.proves() && (own == Sureness.SURE || own != next.sureness());
        }
    }

    /**
     * The best description.
     *
     * @param guesses one or more, the surest first
     */
    Tried among(List<Guess> guesses) throws IOException {
        for (Guess guess : guesses) {
            if (best.filter(tried -> tried.settles(guess)).isEmpty()) {
                tryAll(guess);
            }
        }
        Tried tried = best.orElseThrow();
        return tried.trial.proves() ? new Tried(tried.draft.confirmed(), tried.trial) : tried;
    }

    /** Tries all preparations of a guess, or the one that has proved right before. */
    private void tryAll(Guess guess) throws IOException {
        Optional<Preparation> right =
                best.filter(tried -> tried.trial.proves())
                        .map(tried -> tried.draft.preparation())
                        .filter(guess.preparations()::contains);
        for (Preparation preparation : right.map(List::of).orElse(guess.preparations())) {
            Draft draft = Draft.of(identity, probed, guess, preparation);
            made.describe(draft);
            Tried tried = new Tried(draft, Trial.of(made.folder()));
            if (best.filter(earlier -> !earlier.yieldsTo(tried)).isEmpty()) {
                best = Optional.of(tried);
            }
        }
    }
}
