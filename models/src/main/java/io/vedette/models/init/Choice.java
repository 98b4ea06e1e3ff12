package io.vedette.models.init;

import io.vedette.models.init.GraphProbe.Probed;
import io.vedette.models.outputs.Task;
import io.vedette.models.recognition.Decision;
import io.vedette.models.recognition.Guess;
import io.vedette.models.recognition.Preparation;
import io.vedette.models.recognition.Prepared;
import io.vedette.models.recognition.Scale;
import io.vedette.models.recognition.Sureness;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tries descriptions of a network on the test card, and keeps the one that sees most. Where none
 * sees anything, since the network knows other things, the first that works is kept.
 */
final class Choice {

    private static final String COLOR = "input.color";

    /** What the other colour order must see more to be the better one, or less to be ruled out. */
    private static final double CLEARLY = 1.15;

    private static final String WITHIN = "the graph scales pixels within";

    private final NewPackage made;
    private final List<Decision> identity;
    private final Probed probed;
    private final Optional<Scale> scale;
    private Optional<Tried> best = Optional.empty();

    /**
     * @param scale of the pixels, if the graph tells it
     */
    Choice(NewPackage made, List<Decision> identity, Probed probed, Optional<Scale> scale) {
        this.made = made;
        this.identity = identity;
        this.probed = probed;
        this.scale = scale;
    }

    /**
     * The best description.
     *
     * @param guesses one or more, the surest first
     */
    Tried among(List<Guess> guesses) throws IOException {
        for (Guess guess : guesses) {
            if (best.filter(tried -> tried.settles(guess)).isEmpty()) {
                tryAll(guess, usual(guess));
            }
        }
        for (Guess guess : guesses) {
            if (!best.orElseThrow().trial().proves()) {
                tryAll(guess, unusual(guess));
            }
        }
        Tried tried = best.orElseThrow();
        Tried colored = isColored(tried) ? colored(tried) : tried;
        Draft fitted = colored.draft();
        for (String field : List.of("input.resize", "input.anchor")) {
            fitted = fitted.isSure(field) ? fitted : fitted.with(field, Choice::untold);
        }
        return new Tried(colored.trial().proves() ? fitted.confirmed() : fitted, colored.trial());
    }

    /** As the family prepares pictures, on the scale that the graph tells. */
    private List<Prepared> usual(Guess guess) {
        return guess.preparations().stream()
                .map(Preparation::prepared)
                .map(each -> scale.map(told -> each.scaled(told, WITHIN)).orElse(each))
                .distinct()
                .toList();
    }

    /** As other families do, for a detector that somebody trained or exported in another way. */
    private List<Prepared> unusual(Guess guess) {
        if (guess.format().task() != Task.DETECTION || probed.picture().channels() != 3) {
            return List.of();
        }
        List<Prepared> ways = new ArrayList<>(usual(guess));
        int first = ways.size();
        for (Preparation other : Preparation.of(ways.get(0).fit().resize())) {
            Prepared way = other.prepared();
            boolean possible = scale.isEmpty() || scale.get() == way.scale();
            if (possible && ways.stream().noneMatch(way::hasPixelsOf)) {
                ways.add(way);
            }
        }
        return ways.subList(first, ways.size());
    }

    /** Tries all preparations of a guess, or the one that has proved right before. */
    private void tryAll(Guess guess, List<Prepared> ways) throws IOException {
        Optional<Prepared> right =
                best.filter(tried -> tried.trial().proves())
                        .map(tried -> tried.draft().preparation())
                        .filter(ways::contains);
        for (Prepared way : right.map(List::of).orElse(ways)) {
            Tried tried = attempt(guess, way);
            if (best.filter(earlier -> !earlier.yieldsTo(tried)).isEmpty()) {
                best = Optional.of(tried);
            }
        }
    }

    private Tried attempt(Guess guess, Prepared way) throws IOException {
        Draft draft = Draft.of(identity, probed, guess, way);
        made.describe(draft);
        return new Tried(draft, Trial.of(made.folder()));
    }

    /** Whether the order of colours is still open, and the card can tell. */
    private boolean isColored(Tried tried) {
        return tried.trial().proves()
                && tried.draft().guess().format().task() == Task.DETECTION
                && probed.picture().channels() == 3
                && !tried.draft().isSure(COLOR);
    }

    /** Tries the other order of colours, and says what came of it. */
    private Tried colored(Tried tried) throws IOException {
        Prepared way = tried.draft().preparation();
        Tried other = attempt(tried.draft().guess(), way.recolored("the test card looks best"));
        double own = tried.trial().agreement();
        double swapped = other.trial().agreement();
        if (swapped > own * CLEARLY) {
            return new Tried(other.draft().with(COLOR, Choice::seen), other.trial());
        }
        return new Tried(
                tried.draft()
                        .with(COLOR, each -> own > swapped * CLEARLY ? seen(each) : untold(each)),
                tried.trial());
    }

    private static Decision untold(Decision each) {
        return each.noting("the test card cannot tell");
    }

    private static Decision seen(Decision color) {
        return color.confirmed(Sureness.SURE, "the test card agrees");
    }
}
