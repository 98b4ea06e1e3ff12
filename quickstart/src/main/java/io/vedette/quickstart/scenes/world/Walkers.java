package io.vedette.quickstart.scenes.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All on foot: along the pavements, round the corners, and over the crossings when their light is
 * green. They follow from the seed and the cycle of the lights alone; used by one thread.
 */
final class Walkers {

    private static final int CYCLES_BACK = 4;
    private static final double FARTHEST = 62;

    private final long seed;
    private final Layout layout;
    private final Signals signals;
    private final int most;
    private final Map<Long, List<Walker>> cycles =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, List<Walker>> eldest) {
                    return size() > 4 * CYCLES_BACK;
                }
            };

    /**
     * @param most how many at most set out in one cycle of the lights
     */
    Walkers(long seed, Layout layout, Signals signals, int most) {
        this.seed = seed;
        this.layout = layout;
        this.signals = signals;
        this.most = most;
    }

    void addTo(List<Actor> actors, double seconds) {
        long now = signals.cycleAt(seconds);
        for (long cycle = now - CYCLES_BACK; cycle <= now + 1; cycle++) {
            for (Walker walker : cycles.computeIfAbsent(cycle, this::walkers)) {
                if (walker.presentAt(seconds)) {
                    actors.add(walker.at(seconds));
                }
            }
        }
    }

    private List<Walker> walkers(long cycle) {
        Dice dice = Dice.of(seed, 2, cycle);
        List<Walker> walkers = new ArrayList<>();
        int count = dice.between(most / 2, most);
        for (int i = 0; i < count; i++) {
            walkers.add(walker(dice, cycle, i));
        }
        return walkers;
    }

    private Walker walker(Dice dice, long cycle, int index) {
        int arm = dice.between(0, Layout.ARMS - 1);
        int side = dice.oneOf(-1, 1);
        double beside = dice.between(1.9, layout.pavement() - 0.5);
        double speed = dice.between(1.15, 1.65);
        double far = dice.between(30, FARTHEST);
        long look = dice.seed();
        List<Point> way = new ArrayList<>();
        way.add(layout.inbound(arm, far, side * (layout.half(arm) + beside)));
        if (dice.chance(0.35)) {
            Path path = Path.through(roundTheCorner(way, dice, arm, side, beside));
            double leaves = signals.walkAt(cycle) + dice.between(-40, 20);
            return new Walker(
                    Identities.walker(cycle, index),
                    look,
                    path,
                    speed,
                    leaves,
                    path.length(),
                    leaves);
        }
        double kerb = overTheRoad(way, dice, arm, side, beside);
        Path path = Path.through(way);
        double crosses = signals.walkAt(cycle) + dice.between(0.2, 2.4);
        double leaves = crosses - kerb / speed - dice.between(0, 25);
        return new Walker(
                Identities.walker(cycle, index), look, path, speed, leaves, kerb, crosses);
    }

    private List<Point> roundTheCorner(
            List<Point> way, Dice dice, int arm, int side, double beside) {
        int other = next(arm, side);
        double turn = layout.half(other) + beside;
        way.add(layout.inbound(arm, turn, side * (layout.half(arm) + beside)));
        double end = dice.between(30, FARTHEST);
        way.add(layout.inbound(other, end, -side * (layout.half(other) + beside)));
        return way;
    }

    /** The way over the arm's crossing; says how far along it the kerb is. */
    private double overTheRoad(List<Point> way, Dice dice, int arm, int side, double beside) {
        double crossing = layout.crossing(arm) + dice.between(0.4, Layout.ZEBRA - 0.4);
        double kerb = layout.half(arm) + dice.between(0.3, 1.6);
        way.add(layout.inbound(arm, crossing + 2.5, side * (layout.half(arm) + beside)));
        way.add(layout.inbound(arm, crossing, side * kerb));
        double before = Path.through(way).length();
        double across = layout.half(arm) + dice.between(1.9, layout.pavement() - 0.5);
        way.add(layout.inbound(arm, crossing, -side * across));
        if (dice.chance(0.5)) {
            way.add(layout.inbound(arm, dice.between(30, FARTHEST), -side * across));
        } else {
            int other = next(arm, -side);
            double depth = layout.half(other) + across - layout.half(arm);
            way.add(layout.inbound(arm, depth, -side * across));
            way.add(layout.inbound(other, dice.between(30, FARTHEST), side * depth));
        }
        return before;
    }

    /** The arm round the corner from one side of an arm. */
    private static int next(int arm, int side) {
        return (arm + (side > 0 ? 3 : 1)) % Layout.ARMS;
    }
}
