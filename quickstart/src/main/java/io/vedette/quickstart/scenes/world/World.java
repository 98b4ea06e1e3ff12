package io.vedette.quickstart.scenes.world;

import java.util.ArrayList;
import java.util.List;

/**
 * A junction and everybody in it, at any moment. What is where depends on the seed and the moment
 * alone, whatever was asked before; used by one thread.
 */
public final class World {

    private final long seed;
    private final Layout layout;
    private final Signals signals;
    private final Traffic traffic;
    private final Walkers walkers;
    private final List<Actor> standing;

    public World(long seed) {
        this.seed = seed;
        Dice dice = Dice.of(seed, 0);
        layout = Layout.of(dice);
        signals = Signals.of(dice);
        traffic = new Traffic(dice.seed(), layout, signals, dice.between(0.3, 0.9));
        walkers = new Walkers(dice.seed(), layout, signals, dice.between(8, 22));
        standing = Standing.of(dice, layout);
    }

    public long seed() {
        return seed;
    }

    public Layout layout() {
        return layout;
    }

    public Signals signals() {
        return signals;
    }

    /** The traffic lights at a moment: one at each arm. */
    public List<SignalHead> signalsAt(double seconds) {
        List<SignalHead> heads = new ArrayList<>();
        for (int arm = 0; arm < Layout.ARMS; arm++) {
            Point at = layout.inbound(arm, layout.stopLine(arm) - 0.5, layout.half(arm) + 0.5);
            Pose pose = new Pose(at, Layout.outward(arm));
            heads.add(new SignalHead(pose, signals.aspect(arm, seconds)));
        }
        return heads;
    }

    /** Everybody at a moment. */
    public List<Actor> at(double seconds) {
        List<Actor> actors = new ArrayList<>(standing);
        traffic.addTo(actors, seconds);
        walkers.addTo(actors, seconds);
        return actors;
    }
}
