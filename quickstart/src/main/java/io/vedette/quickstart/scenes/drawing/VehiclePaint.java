package io.vedette.quickstart.scenes.drawing;

import io.vedette.quickstart.scenes.world.Dice;

/** The colours that vehicles are sold in. */
final class VehiclePaint {

    private VehiclePaint() {}

    static int of(Dice dice) {
        int usual =
                dice.oneOf(
                        0xE8E8E6, 0xC2C5C8, 0x8B9095, 0x54585C, 0x232528, 0x2E4C78, 0x5E83B0,
                        0xA32A2A, 0x7C1F24, 0x2F5A43, 0x8E7F66, 0xC96A2B, 0xD8B545, 0x3C8C9B);
        return Rgb.scaled(usual, dice.between(0.9, 1.08));
    }
}
