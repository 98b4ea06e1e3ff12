package io.vedette.quickstart.scenes.drawing;

import io.vedette.quickstart.scenes.world.Dice;

/** Somebody on foot, in the middle of a step or standing. */
final class PersonShape {

    private static final double STRIDE = 1.4;

    private PersonShape() {}

    /**
     * @param moved how far they have come, in metres
     * @param walking whether they are in the middle of a step
     * @param rain whether an umbrella may be up
     * @param sides of their limbs: fewer for those far away
     */
    static Mesh of(long look, double moved, boolean walking, boolean rain, int sides) {
        Dice dice = Dice.of(look, 3);
        Clothes clothes = Clothes.of(dice);
        double wide = dice.between(0.9, 1.15);
        boolean coat = dice.chance(0.3);
        Mesh mesh = new Mesh();
        double phase = walking ? moved / STRIDE * 2 * Math.PI : 0;
        double swing = walking ? StrictMath.sin(phase) * 0.42 : 0.04;
        leg(mesh, clothes, 0.1 * wide, swing, phase, sides);
        leg(mesh, clothes, -0.1 * wide, -swing, phase + Math.PI, sides);
        Vec hip = new Vec(0, 0, coat ? 0.62 : 0.82);
        torso(mesh, hip, wide, coat, clothes.top());
        boolean umbrella = rain && dice.chance(0.5);
        arm(mesh, clothes, 0.25 * wide, -swing * 0.9, sides);
        if (umbrella) {
            umbrella(mesh, clothes, wide, dice, sides);
        } else {
            arm(mesh, clothes, -0.25 * wide, swing * 0.9, sides);
        }
        bag(mesh, dice);
        mesh.limb(new Vec(0, 0, 1.44), new Vec(0.02, 0, 1.54), 0.06, 0.06, 4, clothes.skin());
        mesh.ball(new Vec(0.03, 0, 1.64), 0.125, sides, clothes.skin(), clothes.hair());
        mesh.ball(new Vec(-0.035, 0, 1.67), 0.115, sides, clothes.hair(), clothes.hair());
        return mesh;
    }

    private static void torso(Mesh mesh, Vec hip, double wide, boolean coat, int rgb) {
        double low = coat ? 0.25 : 0.19;
        mesh.taper(
                -0.13,
                0.13,
                -low * wide,
                low * wide,
                hip.z(),
                -0.14,
                0.14,
                -0.24 * wide,
                0.24 * wide,
                1.32,
                rgb,
                rgb);
        mesh.taper(
                -0.14,
                0.14,
                -0.24 * wide,
                0.24 * wide,
                1.32,
                -0.08,
                0.08,
                -0.13 * wide,
                0.13 * wide,
                1.48,
                rgb,
                rgb);
    }

    private static void leg(
            Mesh mesh, Clothes clothes, double y, double swing, double phase, int sides) {
        double lift = Math.max(0, StrictMath.cos(phase)) * Math.min(1, Math.abs(swing) * 4);
        Vec hip = new Vec(0, y, 0.88);
        Vec knee = new Vec(StrictMath.sin(swing) * 0.42 + 0.05 * lift, y, 0.47 + 0.03 * lift);
        Vec foot = new Vec(StrictMath.sin(swing) * 0.85 - 0.14 * lift, y, 0.09 + 0.1 * lift);
        mesh.limb(hip, knee, 0.105, 0.075, sides, clothes.legs());
        mesh.limb(knee, foot, 0.075, 0.055, sides, clothes.legs());
        double z = foot.z() - 0.09;
        mesh.box(foot.x() - 0.08, foot.x() + 0.19, y - .05, y + .05, z, z + 0.1, clothes.shoes());
    }

    private static void arm(Mesh mesh, Clothes clothes, double y, double swing, int sides) {
        Vec shoulder = new Vec(0, y, 1.40);
        Vec elbow = new Vec(StrictMath.sin(swing) * 0.28, y * 1.12, 1.13);
        Vec hand = new Vec(StrictMath.sin(swing) * 0.55 + 0.08, y * 1.1, 0.87);
        mesh.limb(shoulder, elbow, 0.06, 0.05, sides, clothes.top());
        mesh.limb(elbow, hand, 0.05, 0.04, sides, clothes.top());
        mesh.limb(hand, hand.plus(new Vec(0.01, 0, -0.1)), 0.045, 0.03, 4, clothes.skin());
    }

    private static void umbrella(Mesh mesh, Clothes clothes, double wide, Dice dice, int sides) {
        Vec shoulder = new Vec(0, -0.25 * wide, 1.40);
        Vec hand = new Vec(0.24, -0.18, 1.25);
        mesh.limb(shoulder, hand, 0.06, 0.045, sides, clothes.top());
        mesh.limb(hand, new Vec(0.2, -0.1, 2.05), 0.015, 0.015, 4, 0x303030);
        int rgb = dice.oneOf(0x22262E, 0xA3262C, 0x2F5E9E, 0x3E7A4E, 0xD9A62E);
        mesh.limb(new Vec(0.2, -0.1, 1.86), new Vec(0.2, -0.1, 2.1), 0.55, 0.05, 9, rgb);
    }

    private static void bag(Mesh mesh, Dice dice) {
        switch (dice.weighted(4, 2, 1)) {
            case 1 -> mesh.box(-0.33, -0.13, -0.16, 0.16, 0.98, 1.42, Clothes.of(dice).top());
            case 2 -> mesh.box(-0.1, 0.14, 0.29, 0.42, 0.55, 0.85, Clothes.of(dice).top());
            default -> {}
        }
    }
}
