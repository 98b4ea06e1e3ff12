package io.vedette.quickstart.scenes.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that drives. A platoon follows from the seed, the lane and the cycle of the lights, so any
 * moment can be asked for without those before it; used by one thread.
 */
final class Traffic {

    private static final int REMEMBERED = 64;
    private static final double HEADWAY = 2.4;
    private static final double LATEST = 4;

    private final long seed;
    private final Layout layout;
    private final Signals signals;
    private final double density;
    private final Map<Long, Platoon> platoons =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, Platoon> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /**
     * @param density from 0, nobody, to 1, as many as the lights let through
     */
    Traffic(long seed, Layout layout, Signals signals, double density) {
        this.seed = seed;
        this.layout = layout;
        this.signals = signals;
        this.density = density;
    }

    void addTo(List<Actor> actors, double seconds) {
        long now = signals.cycleAt(seconds);
        for (long cycle = now - 1; cycle <= now + 1; cycle++) {
            for (int stream = 0; stream < streams(); stream++) {
                Platoon platoon = platoon(cycle, stream);
                if (seconds >= platoon.begins() && seconds <= platoon.ends()) {
                    platoon.addTo(actors, seconds);
                }
            }
        }
    }

    private int streams() {
        return Layout.ARMS * 3;
    }

    private Platoon platoon(long cycle, int stream) {
        long key = cycle * streams() + stream;
        Platoon known = platoons.get(key);
        if (known == null) {
            int arm = stream / 3;
            known = new Platoon(vehicles(key, cycle, arm, stream % 3), signals.greenAt(cycle, arm));
            platoons.put(key, known);
        }
        return known;
    }

    /** Lane 2 is the strip for bicycles. */
    private List<Vehicle> vehicles(long key, long cycle, int arm, int laneIndex) {
        List<Vehicle> vehicles = new ArrayList<>();
        boolean cycling = laneIndex == 2;
        if (!cycling && laneIndex >= layout.lanes(arm)) {
            return vehicles;
        }
        Dice dice = Dice.of(seed, 1, key);
        int count = count(key, cycling);
        boolean crossed = count(key - laneIndex + 2, true) > 0;
        double cruise = cycling ? 4.4 : 9.5;
        double distance = Layout.REACH - layout.stopLine(arm);
        double last = signals.greenAt(cycle, arm) + (cycling ? 1 : LATEST) - distance / cruise;
        double enters = last - signals.cycle() * dice.between(0.35, 0.8);
        double spare = (last - enters) / Math.max(1, count);
        for (int i = 0; i < count; i++) {
            long identity = Identities.vehicle(key, i);
            vehicles.add(vehicle(dice, identity, arm, laneIndex, enters, cruise, crossed));
            enters += HEADWAY + (cycling ? 1 : 0) + dice.between(0, Math.max(0.1, spare - HEADWAY));
        }
        return vehicles;
    }

    private int count(long key, boolean cycling) {
        Dice dice = Dice.of(seed, 4, key);
        int count = 0;
        for (int i = 0; i < (cycling ? 3 : 4); i++) {
            count += dice.chance(cycling ? density * 0.6 : density) ? 1 : 0;
        }
        return count;
    }

    private Vehicle vehicle(
            Dice dice,
            long identity,
            int arm,
            int laneIndex,
            double enters,
            double cruise,
            boolean crossed) {
        boolean cycling = laneIndex == 2;
        Kind kind = cycling ? Kind.BICYCLE : motor(dice.weighted(5.4, 2.4, 1.6));
        int turn = cycling ? 2 : turn(dice, arm, laneIndex, crossed);
        int exit = (arm + turn) % Layout.ARMS;
        double in =
                cycling
                        ? layout.edgeMiddle(arm) + dice.between(-0.25, 0.25)
                        : layout.middle(laneIndex) + dice.between(-0.2, 0.2);
        double out = cycling ? layout.edgeMiddle(exit) : exitOffset(exit, laneIndex, turn);
        double corner = layout.crossing(arm);
        Path path =
                Path.bent(
                        layout.inbound(arm, Layout.REACH, in),
                        layout.inbound(arm, corner, in),
                        layout.outbound(exit, layout.crossing(exit), out),
                        layout.outbound(exit, Layout.REACH, out));
        double stop = Layout.REACH - layout.stopLine(arm);
        double turned = turn == 2 ? stop : path.length() - Layout.REACH + layout.crossing(exit);
        double speed = cruise * dice.between(0.97, 1.03);
        return new Vehicle(identity, kind, dice.seed(), enters, path, stop, turned, speed);
    }

    private static Kind motor(int index) {
        return List.of(Kind.CAR, Kind.VAN, Kind.BUS).get(index);
    }

    /**
     * How many arms further on, clockwise: 1 to the left, 2 straight on, 3 to the right.
     *
     * @param crossed whether bicycles ride on the right, whose way is not cut off
     */
    private int turn(Dice dice, int arm, int laneIndex, boolean crossed) {
        boolean leftmost = laneIndex == 0;
        boolean right = laneIndex == layout.lanes(arm) - 1 && !crossed;
        return dice.weighted(leftmost ? 1.2 : 0, 2.6, right ? 0.9 : 0) + 1;
    }

    private double exitOffset(int exit, int laneIndex, int turn) {
        int most = layout.lanes(exit) - 1;
        int wanted = turn == 3 ? most : Math.min(laneIndex, most);
        return layout.middle(wanted);
    }
}
