package io.vedette.quickstart.scenes.drawing;

import io.vedette.quickstart.scenes.world.Signals.Aspect;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Traffic lights: a post with three lamps of which one is lit. */
final class SignalShape {

    private static final List<Aspect> LAMPS = List.of(Aspect.RED, Aspect.AMBER, Aspect.GREEN);
    private static final int[] LIT = {0xFF3B30, 0xFFB52E, 0x35E07A};
    private static final Map<Aspect, Mesh> SHAPES = shapes();

    private SignalShape() {}

    static Mesh of(Aspect aspect) {
        return Objects.requireNonNull(SHAPES.get(aspect));
    }

    private static Map<Aspect, Mesh> shapes() {
        Map<Aspect, Mesh> shapes = new EnumMap<>(Aspect.class);
        for (Aspect aspect : Aspect.values()) {
            shapes.put(aspect, shape(aspect));
        }
        return shapes;
    }

    private static Mesh shape(Aspect aspect) {
        Mesh mesh = new Mesh();
        mesh.limb(new Vec(0, 0, 0), new Vec(0, 0, 3.4), 0.07, 0.06, 6, 0x3F4446);
        mesh.box(0.05, 0.24, -0.17, 0.17, 2.5, 3.5, 0x191B1D);
        Vec within = new Vec(0.1, 0, 3);
        for (int i = 0; i < LIT.length; i++) {
            boolean lit = LAMPS.get(i) == aspect;
            double z = 3.32 - 0.32 * i;
            double r = 0.12;
            int rgb = lit ? LIT[i] : Rgb.scaled(LIT[i], 0.18);
            mesh.face(
                    rgb,
                    lit ? 1 : 0,
                    within,
                    .25,
                    -r,
                    z - .06,
                    .25,
                    -.06,
                    z - r,
                    .25,
                    .06,
                    z - r,
                    .25,
                    r,
                    z - .06,
                    .25,
                    r,
                    z + .06,
                    .25,
                    .06,
                    z + r,
                    .25,
                    -.06,
                    z + r,
                    .25,
                    -r,
                    z + .06);
        }
        return mesh;
    }
}
