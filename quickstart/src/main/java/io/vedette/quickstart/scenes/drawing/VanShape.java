package io.vedette.quickstart.scenes.drawing;

import io.vedette.quickstart.scenes.world.Dice;

/** A delivery van: a short bonnet and a tall box behind it. */
final class VanShape {

    private static final int GLASS = 0x27303A;

    private VanShape() {}

    static Mesh of(long look, VehicleLights lights) {
        Dice dice = Dice.of(look, 3);
        double length = dice.between(5.0, 5.9);
        double roof = dice.between(2.15, 2.65);
        double w = 1.0;
        double floor = 0.34;
        int paint = dice.chance(0.55) ? 0xE6E6E3 : VehiclePaint.of(dice);
        int band = dice.oneOf(0x2E5FA0, 0xB8322C, 0xE0A526, 0x2F7A4D, 0x54585C);
        double back = -length / 2;
        double front = length / 2;
        Mesh mesh = new Mesh();
        mesh.loft(
                paint,
                new double[] {back, w * 0.97, floor, roof - 0.08},
                new double[] {back + 0.15, w, floor, roof},
                new double[] {front - 1.55, w, floor, roof},
                new double[] {front - 0.75, w, floor, 1.22},
                new double[] {front - 0.1, w * 0.95, floor, 1.0},
                new double[] {front, w * 0.9, floor + 0.05, 0.8});
        mesh.box(
                back + 0.05,
                front - 0.05,
                -w * 1.004,
                w * 1.004,
                floor - 0.04,
                floor + 0.14,
                0x29292B);
        Vec in = new Vec(0, 0, 1.2);
        windscreen(mesh, in, front, roof, w);
        for (int s = -1; s <= 1; s += 2) {
            double y = s * (w + 0.012);
            mesh.face(
                    GLASS,
                    0,
                    in,
                    front - 1.95,
                    y,
                    1.25,
                    front - 0.95,
                    y,
                    1.25,
                    front - 1.5,
                    y,
                    roof - 0.35,
                    front - 1.95,
                    y,
                    roof - 0.35);
            if (dice.chance(0.5)) {
                mesh.face(
                        band,
                        0,
                        in,
                        back + 0.4,
                        y,
                        1.15,
                        front - 2.3,
                        y,
                        1.15,
                        front - 2.3,
                        y,
                        1.6,
                        back + 0.4,
                        y,
                        1.6);
            }
            mesh.face(
                    Rgb.scaled(paint, 0.72),
                    0,
                    in,
                    front - 2.08,
                    y,
                    0.5,
                    front - 2.04,
                    y,
                    0.5,
                    front - 2.04,
                    y,
                    roof - 0.15,
                    front - 2.08,
                    y,
                    roof - 0.15);
        }
        double b = back - 0.012;
        mesh.face(
                Rgb.scaled(paint, 0.6),
                0,
                in,
                b,
                -0.02,
                0.5,
                b,
                0.02,
                0.5,
                b,
                0.02,
                roof - .2,
                b,
                -0.02,
                roof - .2);
        if (dice.chance(0.6)) {
            for (int s = -1; s <= 1; s += 2) {
                mesh.face(
                        GLASS,
                        0,
                        in,
                        b,
                        s * 0.12,
                        1.35,
                        b,
                        s * 0.8,
                        1.35,
                        b,
                        s * 0.8,
                        roof - 0.4,
                        b,
                        s * 0.12,
                        roof - 0.4);
            }
        }
        CarShape.wheels(mesh, back + 1.0, front - 0.95, w, 0.36);
        lights.addTo(mesh, back, front, w * 0.88, 0.72, 0.86);
        return mesh;
    }

    private static void windscreen(Mesh mesh, Vec in, double front, double roof, double w) {
        double y = w * 0.86;
        double run = 0.8;
        double rise = roof - 1.22;
        double lowX = front - 0.75 - run * 0.06 + 0.02;
        double lowZ = 1.22 + rise * 0.06;
        double highX = front - 0.75 - run * 0.86 + 0.02;
        double highZ = 1.22 + rise * 0.86;
        mesh.face(
                0x34404B, 0, in, lowX, -y, lowZ, lowX, y, lowZ, highX, y, highZ, highX, -y, highZ);
    }
}
