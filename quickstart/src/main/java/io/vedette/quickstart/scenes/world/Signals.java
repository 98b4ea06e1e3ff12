package io.vedette.quickstart.scenes.world;

/**
 * The traffic lights. Each arm has its own green in turn, then everybody on foot. The phase of a
 * moment depends on nothing but the moment.
 *
 * @param green how long an arm has green, in seconds
 * @param clearance the pause after each green
 * @param walk how long everybody on foot has green
 */
public record Signals(double green, double clearance, double walk) {

    /** What a traffic light shows. */
    public enum Aspect {
        RED,
        AMBER,
        GREEN
    }

    static Signals of(Dice dice) {
        return new Signals(dice.between(8.5, 11), 3, dice.between(13, 15));
    }

    double cycle() {
        return Layout.ARMS * (green + clearance) + walk + clearance;
    }

    /** When an arm gets green in a cycle, in seconds. */
    double greenAt(long cycle, int arm) {
        return cycle * cycle() + arm * (green + clearance);
    }

    /** When those on foot get green. */
    double walkAt(long cycle) {
        return greenAt(cycle, Layout.ARMS);
    }

    long cycleAt(double seconds) {
        return (long) Math.floor(seconds / cycle());
    }

    public Aspect aspect(int arm, double seconds) {
        double since = seconds - greenAt(cycleAt(seconds), arm);
        if (since < 0 || since >= green + clearance) {
            return Aspect.RED;
        }
        return since < green ? Aspect.GREEN : Aspect.AMBER;
    }

    public boolean walkers(double seconds) {
        double since = seconds - walkAt(cycleAt(seconds));
        return since >= 0 && since < walk;
    }
}
