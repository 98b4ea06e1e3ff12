package io.vedette.quickstart.scenes.drawing;

import io.vedette.quickstart.scenes.world.Dice;

/** What somebody wears. */
record Clothes(int top, int legs, int shoes, int skin, int hair) {

    static Clothes of(Dice dice) {
        return new Clothes(
                dice.oneOf(
                        0xB23A35, 0x2F5E9E, 0xE6E2D8, 0x33363B, 0xD9A62E, 0x3E7A4E, 0x7A4B8C,
                        0xD8702F, 0x6F8FA8, 0x8C8578, 0xC24F7E, 0x22304A),
                dice.oneOf(0x2B3348, 0x3D4A66, 0x26272A, 0x6B5E4A, 0x8A8578, 0x4A4F55, 0xB5A98F),
                dice.oneOf(0x1E1E20, 0x5B4433, 0xD8D8D4),
                dice.oneOf(0xE3B899, 0xC99472, 0x9A6A4A, 0x6B4630, 0xEBC7AB),
                dice.oneOf(0x2A211B, 0x5C4330, 0x8F6B40, 0xB8B2A8, 0x1A1718, 0x7A3E22));
    }
}
