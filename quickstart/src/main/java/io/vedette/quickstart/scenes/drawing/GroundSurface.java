package io.vedette.quickstart.scenes.drawing;

import io.vedette.quickstart.scenes.world.Dice;
import io.vedette.quickstart.scenes.world.Layout;

/** Roads with their markings, pavements, and the ground between the houses. */
final class GroundSurface implements Surface {

    private static final double KERB = 0.22;
    private static final double ROUND = 3;

    private final Layout layout;
    private final int asphalt;
    private final int slabs;
    private final int beyond;
    private final int cycling;
    private final double slab;
    private final boolean wet;

    GroundSurface(Layout layout, Dice dice, boolean wet) {
        this.layout = layout;
        this.wet = wet;
        double grey = dice.between(84, 112);
        asphalt = Rgb.of(grey, grey, grey + dice.between(0, 7));
        slabs = dice.oneOf(0xB3AEA4, 0xA9A9A7, 0xBDB2A2, 0xA79C93);
        beyond = dice.oneOf(0x6F8A4E, 0x8A8780, 0x66804A);
        cycling = dice.oneOf(asphalt, asphalt, 0x8C5048, 0x55775C);
        slab = dice.between(0.5, 1.1);
    }

    @Override
    public int at(double x, double y, double z) {
        double ax = Math.abs(x);
        double ay = Math.abs(y);
        double hx = layout.half(0);
        double hy = layout.half(1);
        double fromKerb = Math.min(ax - hx, ay - hy);
        if (ax > hx && ay > hy && ax < hx + ROUND && ay < hy + ROUND) {
            double dx = hx + ROUND - ax;
            double dy = hy + ROUND - ay;
            fromKerb = ROUND - Math.sqrt(dx * dx + dy * dy);
        }
        if (fromKerb < 0) {
            return road(x, y, ax - hx < 0, ay - hy < 0);
        }
        if (fromKerb < KERB) {
            return textured(0xC4C1BA, x, y, 0.05);
        }
        if (fromKerb < layout.pavement()) {
            return pavement(x, y);
        }
        double patch =
                Noise.smooth(x * 0.7, y * 0.7, 5) * 0.16 + Noise.smooth(x * 5, y * 5, 6) * 0.2;
        return Rgb.scaled(beyond, 0.8 + patch);
    }

    private int pavement(double x, double y) {
        double u = x / slab;
        double v = y / slab;
        boolean joint = u - Math.floor(u) < 0.05 || v - Math.floor(v) < 0.05;
        double tone = 0.94 + 0.1 * Noise.cell((long) Math.floor(u), (long) Math.floor(v), 7);
        int colour = textured(Rgb.scaled(slabs, joint ? tone * 0.86 : tone), x, y, 0.06);
        return wet ? Rgb.scaled(colour, 0.72) : colour;
    }

    private int road(double x, double y, boolean northSouth, boolean eastWest) {
        if (northSouth && !eastWest) {
            int arm = y > 0 ? 0 : 2;
            return arm(arm, Math.abs(y), y > 0 ? -x : x, x, y);
        }
        if (eastWest && !northSouth) {
            int arm = x > 0 ? 1 : 3;
            return arm(arm, Math.abs(x), x > 0 ? y : -y, x, y);
        }
        return tarmac(asphalt, x, y, 0.5);
    }

    /** A place on an arm: so far out, and so far to the right of somebody who drives in. */
    private int arm(int arm, double out, double right, double x, double y) {
        double beside = Math.abs(right);
        double track = beside / layout.lane();
        double wheel = Math.abs(track - Math.floor(track) - 0.5);
        boolean strip = beside > layout.lanes(arm) * layout.lane() && out > layout.crossing(arm);
        int ground = tarmac(strip ? cycling : asphalt, x, y, strip ? 0.5 : wheel);
        if (!painted(arm, out, right, beside)) {
            return ground;
        }
        double worn = Noise.smooth(x * 3, y * 3, 9) * 0.5 + Noise.smooth(x * 11, y * 11, 10) * 0.35;
        return Rgb.mixed(ground, wet ? 0xC9CCCE : 0xE9E8E2, 0.97 - 0.45 * worn);
    }

    private boolean painted(int arm, double out, double right, double beside) {
        double crossing = layout.crossing(arm);
        double half = layout.half(arm);
        if (out > crossing && out < crossing + Layout.ZEBRA) {
            double stripe = (right + half) / 1.0;
            return stripe - Math.floor(stripe) < 0.5 && beside < half - 0.2;
        }
        double stop = layout.stopLine(arm);
        if (out < stop) {
            return false;
        }
        if (out < stop + 0.45) {
            return right > 0.1 && right < half - 0.1;
        }
        if (beside < 0.24) {
            return out < stop + 22 ? beside > 0.09 : (beside < 0.08 && dashed(out, 6, 3));
        }
        double strip = layout.lanes(arm) * layout.lane();
        if (Math.abs(beside - strip) < 0.07) {
            return dashed(out, 2, 1.2);
        }
        double divider = Math.abs(beside - layout.lane());
        return layout.lanes(arm) > 1
                && divider < 0.07
                && ((right > 0 && out < stop + 16) || dashed(out, 6, 2.5));
    }

    private static boolean dashed(double along, double period, double length) {
        double part = along / period;
        return (part - Math.floor(part)) * period < length;
    }

    /**
     * @param wheel how far from the middle of the lane, in lanes: wheels darken the tarmac
     */
    private int tarmac(int colour, double x, double y, double wheel) {
        double worn = Math.max(0, 1 - Math.abs(wheel - 0.24) / 0.14) * 0.07;
        double patch = (Noise.smooth(x * 0.22, y * 0.22, 1) - 0.5) * 0.16;
        double tone = 1 + patch - worn;
        if (wet) {
            double puddle = Noise.smooth(x * 0.35, y * 0.35, 3);
            tone *= 0.63 - 0.13 * Math.max(0, Math.min(1, (puddle - 0.55) * 5));
        }
        return textured(Rgb.scaled(colour, tone), x, y, 0.12);
    }

    private static int textured(int colour, double x, double y, double depth) {
        double fine = Noise.cell((long) Math.floor(x * 24), (long) Math.floor(y * 24), 2) - 0.5;
        double coarse = Noise.smooth(x * 2.3, y * 2.3, 4) - 0.5;
        return Rgb.scaled(colour, 1 + depth * (fine + coarse));
    }
}
