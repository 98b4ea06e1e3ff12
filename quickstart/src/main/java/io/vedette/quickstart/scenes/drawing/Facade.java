package io.vedette.quickstart.scenes.drawing;

import io.vedette.quickstart.scenes.world.Dice;

/** A wall with windows in storeys, and a shop front at the street. */
final class Facade implements Surface {

    private static final double SHOP = 3.9;
    private static final double STOREY = 3.2;

    private final boolean alongX;
    private final double height;
    private final double lamps;
    private final long salt;
    private final int wall;
    private final int trim;
    private final int sign;
    private final double bay;
    private final double wide;
    private final double tall;
    private final boolean bricks;

    Facade(Dice dice, boolean alongX, double height, double lamps, long salt) {
        this.alongX = alongX;
        this.height = height;
        this.lamps = lamps;
        this.salt = salt;
        wall =
                dice.oneOf(
                        0x9C5B45, 0xC9B79A, 0xB8B2A8, 0xD6CDBB, 0x8A6A58, 0xA9B0B3, 0xCFA98A,
                        0x7E8A8C);
        trim = dice.oneOf(0xE6E1D6, 0xD0CBC2, 0x6B5B50);
        sign = dice.oneOf(0x8E2F2B, 0x2D4F73, 0x2F5D43, 0x6B6459, 0xB88A2E, 0x403B45);
        bay = dice.between(2.4, 3.6);
        wide = dice.between(0.40, 0.62);
        tall = dice.between(0.5, 0.68);
        bricks = dice.chance(0.5);
    }

    @Override
    public int at(double x, double y, double z) {
        double u = alongX ? x : y;
        if (z < SHOP) {
            return shop(u, z);
        }
        if (z > height - 0.45) {
            return Rgb.scaled(trim, z > height - 0.12 ? 0.9 : 1);
        }
        double storey = (z - SHOP) / STOREY;
        long floor = (long) Math.floor(storey);
        double column = u / bay;
        long number = (long) Math.floor(column);
        double across = Math.abs(column - number - 0.5) * 2;
        double up = storey - floor;
        if ((floor + 1) * STOREY + SHOP < height - 0.3 && across < wide + 0.08) {
            if (across < wide && up > 0.22 && up < 0.22 + tall) {
                return window(number, floor, across / wide, (up - 0.22) / tall, u);
            }
            if (up > 0.14 && up < 0.28 + tall) {
                return trim;
            }
        }
        return masonry(u, z);
    }

    private int window(long number, long floor, double across, double up, double u) {
        if (across > 0.9 || across < 0.05 || up < 0.05 || up > 0.95 || Math.abs(up - 0.6) < 0.025) {
            return Rgb.scaled(trim, 0.92);
        }
        double chance = Noise.cell(number, floor, salt);
        if (lamps > 0 && chance < 0.38 * lamps) {
            int warm = Rgb.mixed(0xFFD28A, 0xFFF0CF, chance * 2.4);
            return Surface.glowing(Rgb.scaled(warm, 0.72 + 0.25 * up), 0.85);
        }
        double sheen = 0.35 * up + 0.25 * Noise.smooth(u * 1.4 + up * 2, floor * 3.1, salt);
        int glass = Rgb.mixed(0x28323C, 0x8FA6B8, sheen);
        return chance > 0.8 && up > 0.45 ? Rgb.mixed(glass, 0xD8D2C4, 0.7) : glass;
    }

    private int shop(double u, double z) {
        if (z > 3.05 && z < 3.7) {
            int board = Rgb.scaled(sign, 1 + 0.1 * Noise.smooth(u * 2, z, salt));
            double part = u / (bay * 3);
            double inside = part - Math.floor(part);
            boolean letters =
                    Math.abs(z - 3.38) < 0.15
                            && inside > 0.3
                            && inside < 0.7
                            && Noise.cell((long) Math.floor(u * 5), 0, salt) < 0.6;
            int colour = letters ? 0xEDE7D8 : board;
            return lamps > 0 ? Surface.glowing(colour, 0.55 * lamps) : colour;
        }
        if (z < 0.45 || z >= 3.05) {
            return Rgb.scaled(wall, 0.7);
        }
        double pane = u / (bay * 0.8);
        double inside = pane - Math.floor(pane);
        if (inside < 0.08 || z > 2.95) {
            return Rgb.scaled(trim, 0.75);
        }
        boolean open = Noise.cell((long) Math.floor(u / (bay * 3)), 1, salt) < 0.55;
        double goods = Noise.cell((long) Math.floor(u * 1.7), (long) Math.floor(z * 1.6), salt);
        double sheen = 0.28 * z / 3 + 0.22 * Noise.smooth(u * 0.35 + z * 0.5, z * 0.4, salt);
        int glass = Rgb.mixed(0x2A3138, 0x8495A0, sheen + (z < 2 ? 0.14 * goods : 0));
        if (lamps > 0 && open) {
            int warm = Rgb.mixed(0xC98F4E, 0xF2D29A, z < 2 ? goods : 0.8);
            return Surface.glowing(Rgb.scaled(warm, 0.92), 0.7 * lamps);
        }
        return glass;
    }

    private int masonry(double u, double z) {
        double tone = 0.94 + 0.1 * Noise.smooth(u * 0.6, z * 0.6, salt);
        if (bricks) {
            double row = z / 0.3;
            double line = row - Math.floor(row);
            double brick = u / 0.7 + (Math.floor(row) % 2) * 0.5;
            tone *=
                    line < 0.14
                            ? 1.08
                            : 0.96 + 0.08 * Noise.cell((long) Math.floor(brick), (long) row, 3);
        }
        return Rgb.scaled(wall, tone);
    }
}
