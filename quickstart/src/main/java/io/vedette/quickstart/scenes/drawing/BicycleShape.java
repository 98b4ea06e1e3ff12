package io.vedette.quickstart.scenes.drawing;

import io.vedette.quickstart.scenes.world.Dice;

/** A bicycle and who rides it. */
final class BicycleShape {

    private static final double WHEEL = 0.34;
    private static final double CRANK = 0.17;
    private static final double GEAR = 5;

    private BicycleShape() {}

    /**
     * @param moved how far it has come, in metres
     * @param moving whether the rider pedals; at a halt a foot is down
     * @param lamp whether its lamp is lit
     */
    static Mesh of(long look, double moved, boolean moving, boolean lamp, int sides) {
        Dice dice = Dice.of(look, 3);
        Clothes clothes = Clothes.of(dice);
        int frame = dice.oneOf(0xB02A2A, 0x2A5CA8, 0x222428, 0x3E8E5A, 0xE0DED6, 0xD9912B);
        Mesh mesh = new Mesh();
        wheel(mesh, -0.52);
        wheel(mesh, 0.52);
        Vec crank = new Vec(-0.05, 0, 0.30);
        Vec saddle = new Vec(-0.2, 0, 0.92);
        Vec head = new Vec(0.38, 0, 0.86);
        Vec bars = new Vec(0.42, 0, 1.04);
        bar(mesh, crank, saddle, frame);
        bar(mesh, crank, head, frame);
        bar(mesh, saddle.plus(new Vec(0.03, 0, -0.12)), head, frame);
        bar(mesh, crank, new Vec(-0.52, 0, WHEEL), frame);
        bar(mesh, saddle.plus(new Vec(0.03, 0, -0.15)), new Vec(-0.52, 0, WHEEL), frame);
        bar(mesh, bars, new Vec(0.52, 0, WHEEL), frame);
        mesh.limb(
                bars.plus(new Vec(0, -0.28, 0)),
                bars.plus(new Vec(0, 0.28, 0)),
                .02,
                .02,
                4,
                0x222222);
        mesh.box(-0.34, -0.06, -0.07, 0.07, 0.92, 0.98, 0x1E1E20);
        double turn = moved * GEAR / 2;
        leg(mesh, clothes, 0.11, moving ? turn : -1.2, crank, sides);
        leg(mesh, clothes, -0.11, moving ? turn + Math.PI : Math.PI - 1.2, crank, sides);
        rider(mesh, clothes, bars, dice, sides);
        int first = lamp ? 1 : 0;
        mesh.face(
                0xFFF6DC,
                first,
                new Vec(0, 0, 0.8),
                .5,
                -.05,
                .85,
                .5,
                .05,
                .85,
                .5,
                .05,
                .95,
                .5,
                -.05,
                .95);
        mesh.face(
                0xC8160F,
                0.2 + 0.8 * first,
                new Vec(0, 0, 0.8),
                -.42,
                -.05,
                .72,
                -.42,
                .05,
                .72,
                -.42,
                .05,
                .82,
                -.42,
                -.05,
                .82);
        return mesh;
    }

    private static void rider(Mesh mesh, Clothes clothes, Vec bars, Dice dice, int sides) {
        Vec hip = new Vec(-0.2, 0, 1.0);
        Vec chest = new Vec(0.08, 0, 1.42);
        mesh.limb(hip, chest, 0.165, 0.21, Math.max(6, sides), clothes.top());
        for (int s = -1; s <= 1; s += 2) {
            Vec shoulder = chest.plus(new Vec(0, s * 0.19, 0));
            Vec elbow = new Vec(0.26, s * 0.27, 1.2);
            mesh.limb(shoulder, elbow, 0.06, 0.05, sides, clothes.top());
            mesh.limb(
                    elbow,
                    bars.plus(new Vec(0, s * 0.24, 0.02)),
                    0.05,
                    0.04,
                    sides,
                    clothes.skin());
        }
        Vec face = new Vec(0.2, 0, 1.64);
        int helmet =
                dice.chance(0.6)
                        ? dice.oneOf(0xE6E2D8, 0xB23A35, 0x26272A, 0xC7D63A)
                        : clothes.hair();
        mesh.ball(face, 0.125, sides, clothes.skin(), helmet);
        mesh.ball(face.plus(new Vec(-0.03, 0, 0.05)), 0.125, sides, helmet, helmet);
    }

    private static void leg(
            Mesh mesh, Clothes clothes, double y, double turn, Vec crank, int sides) {
        Vec hip = new Vec(-0.18, y, 0.95);
        Vec foot =
                new Vec(
                        crank.x() + CRANK * StrictMath.cos(turn),
                        y,
                        crank.z() - CRANK * StrictMath.sin(turn));
        Vec middle = hip.plus(foot).times(0.5);
        double half = hip.minus(foot).length() / 2;
        double bend = Math.sqrt(Math.max(0.01, 0.44 * 0.44 - half * half));
        Vec along = foot.minus(hip).unit();
        Vec knee = middle.plus(new Vec(-along.z(), 0, along.x()).times(bend));
        mesh.limb(hip, knee, 0.1, 0.07, sides, clothes.legs());
        mesh.limb(knee, foot, 0.07, 0.05, sides, clothes.legs());
        mesh.box(
                foot.x() - 0.08,
                foot.x() + 0.17,
                y - .05,
                y + .05,
                foot.z() - .06,
                foot.z() + .03,
                clothes.shoes());
    }

    private static void wheel(Mesh mesh, double x) {
        int n = 14;
        for (int i = 0; i < n; i++) {
            double a = 2 * Math.PI * i / n;
            double b = 2 * Math.PI * (i + 1) / n;
            Vec from = new Vec(x + 0.31 * StrictMath.cos(a), 0, WHEEL + 0.31 * StrictMath.sin(a));
            Vec to = new Vec(x + 0.31 * StrictMath.cos(b), 0, WHEEL + 0.31 * StrictMath.sin(b));
            mesh.limb(from, to, 0.035, 0.035, 4, 0x1A1A1B);
        }
        for (int i = 0; i < 3; i++) {
            double a = Math.PI * i / 3;
            Vec out = new Vec(0.3 * StrictMath.cos(a), 0, 0.3 * StrictMath.sin(a));
            Vec hub = new Vec(x, 0, WHEEL);
            mesh.limb(hub.minus(out), hub.plus(out), 0.008, 0.008, 3, 0x9A9A9A);
        }
    }

    private static void bar(Mesh mesh, Vec a, Vec b, int rgb) {
        mesh.limb(a, b, 0.028, 0.028, 4, rgb);
    }
}
