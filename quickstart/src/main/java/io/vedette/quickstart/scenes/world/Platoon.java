package io.vedette.quickstart.scenes.world;

import java.util.List;

/**
 * The vehicles that use one lane in one cycle of the lights: how each drives, from its entry to the
 * end of its way. They follow each other by the Intelligent Driver Model (Treiber, Hennecke and
 * Helbing, Physical Review E 62, 2000), halt at the stop line until green, and slow down for a
 * turn.
 */
final class Platoon {

    private static final double STEP = 0.1;
    private static final double ACCELERATION = 1.9;
    private static final double BRAKING = 2.6;
    private static final double HARDEST = -7;
    private static final double HEADWAY = 1.1;
    private static final double GAP = 1.9;
    private static final double TURN_SPEED = 5.2;
    private static final int LONGEST = 1800;

    private final List<Vehicle> vehicles;
    private final double begins;
    private final float[][] driven;
    private double ends;

    /**
     * @param vehicles in the order in which they enter
     * @param green when the lane's light turns green, in seconds
     */
    Platoon(List<Vehicle> vehicles, double green) {
        this.vehicles = List.copyOf(vehicles);
        begins = vehicles.isEmpty() ? 0 : vehicles.get(0).enters();
        driven = new float[vehicles.size()][];
        ends = begins;
        for (int i = 0; i < driven.length; i++) {
            driven[i] = drive(i, green);
        }
    }

    private float[] drive(int index, double green) {
        Vehicle vehicle = vehicles.get(index);
        float[] way = new float[LONGEST];
        int first = (int) Math.ceil((vehicle.enters() - begins) / STEP);
        java.util.Arrays.fill(way, 0, Math.min(first, LONGEST), Float.NaN);
        double at = 0;
        double speed = vehicle.cruise();
        int step = first;
        while (step < LONGEST && at < vehicle.path().length()) {
            way[step] = (float) at;
            double acceleration = acceleration(vehicle, index, step, at, speed, green);
            speed = Math.max(0, speed + acceleration * STEP);
            at += speed * STEP;
            step++;
        }
        ends = Math.max(ends, begins + step * STEP);
        return java.util.Arrays.copyOf(way, step);
    }

    private double acceleration(
            Vehicle vehicle, int index, int step, double at, double speed, double green) {
        double wish = wish(vehicle, at);
        double free = speed <= wish ? 1 - power4(speed / wish) : -(speed - wish) * 1.5;
        double hold = 0;
        if (begins + step * STEP < green && at < vehicle.stopLine()) {
            hold = hold(speed, speed, vehicle.stopLine() + GAP - 0.6 - at - vehicle.length() / 2);
        }
        if (index > 0) {
            hold = Math.max(hold, behind(vehicle, index - 1, step, at, speed));
        }
        return Math.max(HARDEST, ACCELERATION * (free - hold));
    }

    private double behind(Vehicle vehicle, int leader, int step, double at, double speed) {
        float[] ahead = driven[leader];
        if (step < 1 || step >= ahead.length || Float.isNaN(ahead[step - 1])) {
            return 0;
        }
        double leading = (ahead[step] - ahead[step - 1]) / STEP;
        double room = (vehicle.length() + vehicles.get(leader).length()) / 2;
        return hold(speed, speed - leading, ahead[step] - at - room);
    }

    private static double hold(double speed, double closing, double gap) {
        double wanted =
                GAP
                        + Math.max(
                                0,
                                speed * HEADWAY
                                        + speed
                                                * closing
                                                / (2 * Math.sqrt(ACCELERATION * BRAKING)));
        double ratio = wanted / Math.max(gap, 0.2);
        return ratio * ratio;
    }

    private static double wish(Vehicle vehicle, double at) {
        if (!vehicle.turns() || at > vehicle.turnEnds()) {
            return vehicle.cruise();
        }
        double slow = Math.min(TURN_SPEED, vehicle.cruise());
        double before = Math.max(0, vehicle.stopLine() + 4 - at);
        return Math.min(vehicle.cruise(), Math.sqrt(slow * slow + 2 * 1.6 * before));
    }

    private static double power4(double value) {
        return value * value * value * value;
    }

    double begins() {
        return begins;
    }

    double ends() {
        return ends;
    }

    /** Adds those that are in the world at a moment. */
    void addTo(List<Actor> actors, double seconds) {
        for (int i = 0; i < driven.length; i++) {
            double step = (seconds - begins) / STEP;
            int before = (int) Math.floor(step);
            if (before >= 1
                    && before + 1 < driven[i].length
                    && !Float.isNaN(driven[i][before - 1])) {
                actors.add(actor(vehicles.get(i), driven[i], before, step - before));
            }
        }
    }

    private static Actor actor(Vehicle vehicle, float[] way, int step, double part) {
        double at = way[step] + part * (way[step + 1] - way[step]);
        double speed = (way[step + 1] - way[step]) / STEP;
        double earlier = (way[step] - way[step - 1]) / STEP;
        boolean braking = speed < 0.3 || speed < earlier - 0.05;
        Pose pose = vehicle.path().pose(at, vehicle.length() * 0.6);
        return new Actor(
                vehicle.identity(),
                vehicle.kind(),
                vehicle.look(),
                vehicle.size(),
                pose,
                at,
                speed,
                braking && vehicle.kind().motor(),
                false);
    }
}
