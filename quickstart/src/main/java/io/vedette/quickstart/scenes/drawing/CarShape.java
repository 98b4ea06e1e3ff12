package io.vedette.quickstart.scenes.drawing;

import io.vedette.quickstart.scenes.world.Dice;

/** A passenger car: a hatchback, a saloon, an estate or an off-roader. */
final class CarShape {

    private static final int GLASS = 0x2A333B;
    private static final int TRIM = 0x2B2B2D;

    private CarShape() {}

    static Mesh of(long look, VehicleLights lights) {
        Dice dice = Dice.of(look, 3);
        int type = dice.between(0, 3);
        double length = new double[] {4.0, 4.6, 4.6, 4.5}[type] * dice.between(0.96, 1.04);
        double w = (type == 3 ? 0.93 : 0.88) * dice.between(0.98, 1.03);
        double roof = new double[] {1.48, 1.42, 1.46, 1.70}[type];
        double floor = type == 3 ? 0.36 : 0.26;
        double belt = type == 3 ? 1.05 : 0.92;
        int paint = VehiclePaint.of(dice);
        double back = -length / 2;
        double front = length / 2;
        Mesh mesh = new Mesh();
        double boot = type == 1 ? belt + 0.04 : belt;
        mesh.loft(
                paint,
                new double[] {back, w * 0.92, floor + 0.1, boot - 0.12},
                new double[] {back + 0.18, w, floor, boot},
                new double[] {front - 1.25, w, floor, belt},
                new double[] {front - 0.35, w * 0.97, floor, belt - 0.14},
                new double[] {front, w * 0.86, floor + 0.08, belt - 0.30});
        mesh.box(back + 0.4, front - 0.4, -w * 1.005, w * 1.005, floor - 0.02, floor + 0.12, TRIM);
        double screen = front - 1.2;
        double rear = back + new double[] {0.12, 0.75, 0.12, 0.12}[type];
        double roofRear = rear + new double[] {0.45, 0.75, 0.3, 0.3}[type];
        cabin(mesh, paint, rear, screen, roofRear, screen - 0.75, w, belt, roof);
        wheels(mesh, back + length * 0.19, front - length * 0.19, w, type == 3 ? 0.37 : 0.32);
        lights.addTo(mesh, back, front, w * 0.86, belt - 0.34, belt - 0.24);
        return mesh;
    }

    /** The part above the belt: pillars and roof in the car's colour, windows all round. */
    private static void cabin(
            Mesh mesh,
            int paint,
            double x0,
            double x1,
            double r0,
            double r1,
            double w,
            double belt,
            double roof) {
        double low = w * 0.95;
        double high = w * 0.76;
        mesh.taper(x0, x1, -low, low, belt, r0, r1, -high, high, roof, paint, paint);
        Vec in = new Vec((x0 + x1) / 2, 0, (belt + roof) / 2);
        double o = 0.015;
        double b = belt + 0.05;
        double t = roof - 0.07;
        double tall = roof - belt;
        double lowB = low + (high - low) * (b - belt) / tall + o;
        double lowT = low + (high - low) * (t - belt) / tall + o;
        double backB = x0 + (r0 - x0) * (b - belt) / tall;
        double backT = x0 + (r0 - x0) * (t - belt) / tall;
        double foreB = x1 + (r1 - x1) * (b - belt) / tall;
        double foreT = x1 + (r1 - x1) * (t - belt) / tall;
        double middle = (backT + foreT) / 2;
        for (int s = -1; s <= 1; s += 2) {
            mesh.face(
                    GLASS,
                    0,
                    in,
                    backB + 0.14,
                    s * lowB,
                    b,
                    middle - .05,
                    s * lowB,
                    b,
                    middle - .05,
                    s * lowT,
                    t,
                    backT + 0.10,
                    s * lowT,
                    t);
            mesh.face(
                    GLASS,
                    0,
                    in,
                    middle + .05,
                    s * lowB,
                    b,
                    foreB - 0.14,
                    s * lowB,
                    b,
                    foreT - 0.10,
                    s * lowT,
                    t,
                    middle + .05,
                    s * lowT,
                    t);
        }
        double wb = lowB - 0.12;
        double wt = lowT - 0.10;
        mesh.face(
                GLASS, 0, in, backB - o, -wb, b, backB - o, wb, b, backT - o, wt, t, backT - o, -wt,
                t);
        mesh.face(
                0x38444E, 0, in, foreB + o, -wb, b, foreB + o, wb, b, foreT + o, wt, t, foreT + o,
                -wt, t);
    }

    static void wheels(Mesh mesh, double rear, double front, double w, double radius) {
        for (int s = -1; s <= 1; s += 2) {
            for (double x : new double[] {rear, front}) {
                mesh.disc(x, s * (w + 0.004), radius + 0.07, radius + 0.06, s, 0x101112);
                mesh.disc(x, s * (w + 0.012), radius + 0.01, radius, s, 0x1C1D1E);
                mesh.disc(x, s * (w + 0.020), radius + 0.01, radius * 0.6, s, 0x9EA2A6);
                mesh.disc(x, s * (w + 0.026), radius + 0.01, radius * 0.2, s, 0x55585B);
            }
        }
    }
}
