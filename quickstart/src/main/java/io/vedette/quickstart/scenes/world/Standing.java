package io.vedette.quickstart.scenes.world;

import java.util.ArrayList;
import java.util.List;

/** Those that stay: parked vehicles at the kerb, and people who stand about. */
final class Standing {

    private Standing() {}

    static List<Actor> of(Dice dice, Layout layout) {
        List<Actor> actors = new ArrayList<>();
        double parked = dice.between(0, 0.6);
        for (int arm = 0; arm < Layout.ARMS; arm++) {
            double out = layout.stopLine(arm) + dice.between(9, 14);
            while (out < 60) {
                if (dice.chance(parked)) {
                    actors.add(parked(dice, layout, arm, out, actors.size()));
                }
                out += dice.between(6.6, 8);
            }
        }
        int people = dice.between(1, 6);
        for (int i = 0; i < people; i++) {
            actors.add(person(dice, layout, actors.size()));
        }
        return List.copyOf(actors);
    }

    /** On the way out of an arm, half on the pavement, so that bicycles can pass. */
    private static Actor parked(Dice dice, Layout layout, int arm, double out, int index) {
        Kind kind = dice.chance(0.25) ? Kind.VAN : Kind.CAR;
        long look = dice.seed();
        Point at = layout.outbound(arm, out, layout.half(arm) + 0.75 + dice.between(-0.1, 0.1));
        Pose pose = new Pose(at, Layout.outward(arm));
        long identity = Identities.standing(index);
        double size = Vehicle.sizeOf(look);
        return new Actor(identity, kind, look, size, pose, 0, 0, false, true);
    }

    private static Actor person(Dice dice, Layout layout, int index) {
        int arm = dice.between(0, Layout.ARMS - 1);
        double out = layout.stopLine(arm) + dice.between(1, 28);
        double beside = layout.half(arm) + layout.pavement() - dice.between(0.4, 1.2);
        Point at = layout.inbound(arm, out, beside);
        double angle = dice.between(0, 2 * Math.PI);
        Point ahead = new Point(StrictMath.cos(angle), StrictMath.sin(angle));
        double size = dice.between(0.9, 1.08);
        long look = dice.seed();
        long identity = Identities.standing(index);
        return new Actor(
                identity, Kind.PERSON, look, size, new Pose(at, ahead), 0, 0, false, false);
    }
}
