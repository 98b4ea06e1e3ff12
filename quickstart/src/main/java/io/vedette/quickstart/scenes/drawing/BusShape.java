package io.vedette.quickstart.scenes.drawing;

import io.vedette.quickstart.scenes.world.Dice;

/** A city bus: a long box with a band of windows, doors on its right and its line's number. */
final class BusShape {

    private static final int GLASS = 0x2C3740;

    private BusShape() {}

    static Mesh of(long look, VehicleLights lights) {
        Dice dice = Dice.of(look, 3);
        double length = dice.between(10.2, 12);
        double w = 1.26;
        double roof = dice.between(2.95, 3.15);
        int livery =
                dice.oneOf(0xB9252B, 0x2457A0, 0x3F8F4A, 0xE2B12E, 0xE7E5DE, 0xD86A22, 0x1F8C93);
        int skirt = dice.oneOf(livery, 0xE7E5DE, 0x3A3D42);
        double back = -length / 2;
        double front = length / 2;
        Mesh mesh = new Mesh();
        mesh.loft(
                livery,
                new double[] {back, w, 0.34, roof - 0.05},
                new double[] {back + 0.12, w, 0.30, roof},
                new double[] {front - 0.25, w, 0.30, roof},
                new double[] {front, w * 0.97, 0.34, roof - 0.12});
        mesh.box(back - .005, front + .005, -w * 1.004, w * 1.004, 0.28, 0.85, skirt);
        mesh.box(back + 1, back + 3.4, -0.8, 0.8, roof, roof + 0.22, 0xD8D8D4);
        mesh.box(0.5, 2.3, -0.7, 0.7, roof, roof + 0.16, 0xC9C9C5);
        Vec in = new Vec(0, 0, 1.6);
        for (int s = -1; s <= 1; s += 2) {
            windows(mesh, in, s * (w + 0.012), back, front, lights.on());
        }
        door(mesh, in, -(w + 0.024), front - 1.5);
        door(mesh, in, -(w + 0.024), -0.4);
        double f = front + 0.02;
        mesh.face(
                0x303B45,
                0,
                in,
                f,
                -1.1,
                1.0,
                f,
                1.1,
                1.0,
                f,
                1.1,
                roof - 0.5,
                f,
                -1.1,
                roof - 0.5);
        mesh.face(
                0x15171A,
                0,
                in,
                f,
                -0.9,
                roof - .47,
                f,
                0.9,
                roof - .47,
                f,
                0.9,
                roof - .16,
                f,
                -0.9,
                roof - .16);
        mesh.face(
                0xFFB02E,
                0.9,
                in,
                f + .01,
                -0.7,
                roof - .4,
                f + .01,
                0.5,
                roof - .4,
                f + .01,
                0.5,
                roof - .23,
                f + .01,
                -0.7,
                roof - .23);
        double b = back - 0.015;
        mesh.face(GLASS, 0, in, b, -0.9, 1.7, b, 0.9, 1.7, b, 0.9, roof - 0.5, b, -0.9, roof - 0.5);
        for (double x : new double[] {back + 2.9, front - 2.7}) {
            CarShape.wheels(mesh, x, x, w, 0.48);
        }
        lights.addTo(mesh, back, front + 0.01, 1.1, 0.62, 0.8);
        return mesh;
    }

    private static void windows(
            Mesh mesh, Vec in, double y, double back, double front, boolean lit) {
        double x = back + 0.35;
        while (x + 1.3 < front - 0.2) {
            mesh.face(
                    lit ? 0x9C8F6A : GLASS,
                    lit ? 0.35 : 0,
                    in,
                    x,
                    y,
                    1.3,
                    x + 1.28,
                    y,
                    1.3,
                    x + 1.28,
                    y,
                    2.45,
                    x,
                    y,
                    2.45);
            x += 1.4;
        }
    }

    private static void door(Mesh mesh, Vec in, double y, double x) {
        mesh.face(0x1E2328, 0, in, x, y, 0.4, x + 1.15, y, 0.4, x + 1.15, y, 2.45, x, y, 2.45);
        mesh.face(
                0x4A5965, 0, in, x + .07, y - .01, 0.6, x + .53, y - .01, 0.6, x + .53, y - .01,
                2.3, x + .07, y - .01, 2.3);
        mesh.face(
                0x4A5965, 0, in, x + .62, y - .01, 0.6, x + 1.08, y - .01, 0.6, x + 1.08, y - .01,
                2.3, x + .62, y - .01, 2.3);
    }
}
