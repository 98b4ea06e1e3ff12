package io.vedette.quickstart.scenes.drawing;

/**
 * The lamps of a vehicle.
 *
 * @param on whether they are lit
 * @param braking whether the brake lights are
 */
record VehicleLights(boolean on, boolean braking) {

    static final VehicleLights OFF = new VehicleLights(false, false);

    /** Adds head and tail lamps, number plates and a grille. */
    void addTo(Mesh mesh, double back, double front, double w, double low, double high) {
        double in = w * 0.55;
        Vec ahead = new Vec(front - 1, 0, low);
        Vec behind = new Vec(back + 1, 0, low);
        double f = front + 0.015;
        double b = back - 0.015;
        double bottom = low - 0.02;
        for (int s = -1; s <= 1; s += 2) {
            mesh.face(
                    on ? 0xFFF6DC : 0xD9E0E4,
                    on ? 1 : 0.1,
                    ahead,
                    f,
                    s * in,
                    bottom,
                    f,
                    s * w,
                    bottom,
                    f,
                    s * w,
                    high,
                    f,
                    s * in,
                    high);
            int red = braking ? 0xFF2A1E : on ? 0xC8160F : 0x8E1814;
            mesh.face(
                    red,
                    braking ? 1 : on ? 0.8 : 0.1,
                    behind,
                    b,
                    s * in,
                    bottom,
                    b,
                    s * w,
                    bottom,
                    b,
                    s * w,
                    high + 0.05,
                    b,
                    s * in,
                    high + 0.05);
        }
        mesh.face(
                0x1B1C1E,
                0,
                ahead,
                f,
                -in * 0.9,
                low - 0.12,
                f,
                in * 0.9,
                low - 0.12,
                f,
                in * 0.9,
                high - 0.02,
                f,
                -in * 0.9,
                high - 0.02);
        plate(mesh, ahead, f + 0.01, low - 0.16);
        plate(mesh, behind, b - 0.01, low - 0.06);
    }

    private static void plate(Mesh mesh, Vec within, double x, double z) {
        mesh.face(
                0xE4E2D4, 0, within, x, -0.26, z, x, 0.26, z, x, 0.26, z + 0.12, x, -0.26,
                z + 0.12);
    }
}
