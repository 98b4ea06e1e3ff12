package io.vedette.quickstart.scenes.drawing;

import io.vedette.quickstart.scenes.world.Dice;
import io.vedette.quickstart.scenes.world.Layout;
import io.vedette.quickstart.scenes.world.Point;

/** What stands on the pavements and is no object: trees, lamp posts, bins, benches, bollards. */
final class Furniture {

    private final Street street;
    private final Layout layout;
    private final Dice dice;
    private final double trees;

    Furniture(Street street, Layout layout, Dice dice) {
        this.street = street;
        this.layout = layout;
        this.dice = dice;
        trees = dice.between(0.2, 0.8);
    }

    void place() {
        for (int arm = 0; arm < Layout.ARMS; arm++) {
            for (int side = -1; side <= 1; side += 2) {
                along(arm, side);
                bollards(arm, side);
            }
        }
    }

    private void along(int arm, int side) {
        double out = layout.stopLine(arm) + dice.between(3, 6);
        boolean lamp = side > 0;
        while (out < 85) {
            double kerb = layout.half(arm) + (side > 0 ? 0.7 : 1.95);
            Point at = layout.inbound(arm, out, side * kerb);
            if (lamp) {
                lamp(at, arm, side);
            } else if (dice.chance(trees)) {
                tree(at);
            }
            small(arm, side, out + dice.between(2.5, 4.5));
            out += dice.between(9, 13);
            lamp = !lamp;
        }
    }

    private void lamp(Point at, int arm, int side) {
        if (!street.free(at, 3.5)) {
            return;
        }
        Point in = layout.inbound(arm, 0, -side);
        Vec head = new Vec(in.x() * 1.6, in.y() * 1.6, 7);
        Mesh post = new Mesh();
        int metal = 0x565B5E;
        post.limb(new Vec(0, 0, 0), new Vec(0, 0, 7), 0.1, 0.06, 6, metal);
        post.limb(new Vec(0, 0, 7), head, 0.05, 0.05, 4, metal);
        Vec in2 = head.plus(new Vec(in.x() * 0.5, in.y() * 0.5, -0.05));
        post.limb(head, in2, 0.12, 0.10, 6, 0x4A4E50);
        Vec bulb = head.plus(new Vec(in.x() * 0.25, in.y() * 0.25, -0.14));
        int first = post.faces().size();
        post.ball(bulb, 0.13, 6, 0xFFF1CC, 0xFFF1CC);
        Mesh lit = new Mesh();
        for (int i = 0; i < post.faces().size(); i++) {
            Mesh.Face face = post.faces().get(i);
            lit.faces().add(new Mesh.Face(face.corners(), face.rgb(), i >= first ? 1 : 0));
        }
        street.add(lit, at);
        street.addLamp(new Vec(at.x() + bulb.x(), at.y() + bulb.y(), bulb.z()));
        street.ground().castPrism(square(at, 0.08), 0, 7);
    }

    private void tree(Point at) {
        if (!street.free(at, 9)) {
            return;
        }
        double trunk = dice.between(2.1, 3.2);
        double spread = dice.between(1.3, 2.3);
        Mesh wood = new Mesh();
        wood.limb(new Vec(0, 0, 0), new Vec(0, 0, trunk + spread), 0.17, 0.1, 6, 0x5E4C3C);
        street.add(wood, at);
        int green = dice.oneOf(0x4F7438, 0x5E8240, 0x42683A, 0x77823C, 0x8A6F35);
        Surface leaves = new Foliage(green, dice.between(0, 1000));
        for (int i = 0; i < 5; i++) {
            double angle = 2 * Math.PI * i / 5 + dice.between(-0.3, 0.3);
            double away = i == 0 ? 0 : spread * 0.5;
            Vec middle =
                    new Vec(
                            away * StrictMath.cos(angle),
                            away * StrictMath.sin(angle),
                            trunk + spread * dice.between(0.7, 1.3) + (i == 0 ? spread * 0.5 : 0));
            Mesh crown = new Mesh();
            crown.ball(middle, spread * dice.between(0.7, 0.95), 9, green, green);
            street.add(crown, at, leaves);
        }
        street.ground().castPrism(square(at, 0.15), 0, trunk);
        street.ground().castPrism(ring(at, spread), trunk, trunk + spread * 1.6);
    }

    private void small(int arm, int side, double out) {
        double beside = layout.half(arm) + (dice.chance(0.4) ? layout.pavement() - 0.4 : 2.0);
        Point at = layout.inbound(arm, out, side * beside);
        Mesh thing = new Mesh();
        switch (dice.weighted(2, 2, 1.5, 4)) {
            case 0 ->
                    thing.taper(
                            -.25, .25, -.25, .25, 0, -.3, .3, -.3, .3, 0.95, 0x3E4A44, 0x2A2E2C);
            case 1 -> bench(thing, arm % 2 == 0);
            case 2 -> planter(thing);
            default -> {
                return;
            }
        }
        street.add(thing, at);
        street.ground().castPrism(square(at, 0.3), 0, 0.7);
    }

    private static void bench(Mesh mesh, boolean alongY) {
        double x = alongY ? 0.22 : 0.8;
        double y = alongY ? 0.8 : 0.22;
        mesh.box(-x, x, -y, y, 0.4, 0.47, 0x8A6540);
        mesh.box(-x * 0.9, x * 0.9, -y * 0.9, y * 0.9, 0, 0.4, 0x3A3A3A);
    }

    private static void planter(Mesh mesh) {
        mesh.box(-0.5, 0.5, -0.5, 0.5, 0, 0.55, 0x8F8A80);
        mesh.ball(new Vec(0, 0, 0.75), 0.5, 7, 0x4A6E3A, 0x587E44);
    }

    private void bollards(int arm, int side) {
        if (!dice.chance(0.5)) {
            return;
        }
        for (int i = 0; i < 3; i++) {
            double out = layout.stopLine(arm) + 0.4 + 1.6 * i;
            Point at = layout.inbound(arm, out, side * (layout.half(arm) + 0.35));
            Mesh post = new Mesh();
            post.limb(new Vec(0, 0, 0), new Vec(0, 0, 0.9), 0.07, 0.07, 6, 0x44484A);
            post.limb(new Vec(0, 0, 0.7), new Vec(0, 0, 0.8), 0.078, 0.078, 6, 0xD9D9D2);
            street.add(post, at);
        }
    }

    private static double[] square(Point at, double half) {
        double x = at.x();
        double y = at.y();
        return new double[] {
            x - half, y - half, x + half, y - half, x + half, y + half, x - half, y + half
        };
    }

    private static double[] ring(Point at, double radius) {
        int n = 10;
        double[] corners = new double[2 * n];
        for (int i = 0; i < n; i++) {
            double angle = 2 * Math.PI * i / n;
            double bumpy = radius * (i % 2 == 0 ? 1.1 : 0.85);
            corners[2 * i] = at.x() + bumpy * StrictMath.cos(angle);
            corners[2 * i + 1] = at.y() + bumpy * StrictMath.sin(angle);
        }
        return corners;
    }
}
