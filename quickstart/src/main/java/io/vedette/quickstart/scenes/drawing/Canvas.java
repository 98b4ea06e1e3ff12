package io.vedette.quickstart.scenes.drawing;

/** Paints still parts sample by sample, each with the light that falls on it there. */
final class Canvas implements PolygonFill.Rows {

    private final Light light;
    private final GroundLight ground;
    private final Pinhole camera;
    private final int[] colours;
    private final byte[] lit;
    private final float[] nearness;
    private final int columns;
    private final Vec sun;
    private final Vec up;
    private Surface surface = (x, y, z) -> Surface.HOLE;
    private double facingSun;
    private double facingUp;

    Canvas(Street street, Pinhole camera, int[] colours, byte[] lit, float[] nearness) {
        this.light = street.light();
        this.ground = street.ground();
        this.camera = camera;
        this.colours = colours;
        this.lit = lit;
        this.nearness = nearness;
        columns = camera.width() * PolygonFill.SAMPLES;
        sun = camera.turned(light.toSun());
        up = camera.turned(Vec.UP);
    }

    /** Takes on the part that is filled next. */
    void paint(Street.Part part, PolygonFill polygon) {
        surface = part.surface();
        facingSun = polygon.facing(sun);
        facingUp = polygon.upness(up);
    }

    @Override
    public void add(int row, int from, int to, double first, double step) {
        double near = first;
        for (int column = from; column < to; column++, near += step) {
            int i = row * columns + column;
            if (near > nearness[i]) {
                sample(i, row, column, near);
            }
        }
    }

    private void sample(int i, int row, int column, double near) {
        double depth = 1 / near;
        double right = ((column + 0.5) / PolygonFill.SAMPLES - camera.centreX()) / camera.focal();
        double down = ((row + 0.5) / PolygonFill.SAMPLES - camera.centreY()) / camera.focal();
        Vec eye = camera.eye();
        Vec r = camera.right();
        Vec d = camera.down();
        Vec a = camera.ahead();
        double x = eye.x() + depth * (r.x() * right + d.x() * down + a.x());
        double y = eye.y() + depth * (r.y() * right + d.y() * down + a.y());
        double z = eye.z() + depth * (r.z() * right + d.z() * down + a.z());
        int colour = surface.at(x, y, z);
        if (colour == Surface.HOLE) {
            return;
        }
        boolean floor = z < 0.02;
        double sunlight = floor ? ground.sunlight(x, y) : 1;
        double lamplight = ground.lamplight(x, y) * (floor ? 1 : 0.6 * Math.max(0, 1 - z / 9));
        int rgb = Surface.rgb(colour);
        colours[i] =
                light.shade(
                        rgb,
                        Surface.glow(colour),
                        facingUp,
                        facingSun * sunlight,
                        lamplight,
                        depth);
        if (floor && light.wet()) {
            double grazing = 1 - eye.z() / Math.max(eye.z(), depth);
            double mirror = 0.42 * grazing * grazing * grazing;
            colours[i] = Rgb.mixed(colours[i], light.horizon(), mirror);
        }
        lit[i] = (byte) (floor ? shadowDepth(sunlight, lamplight) : 0);
        nearness[i] = (float) near;
    }

    private double shadowDepth(double sunlight, double lamplight) {
        return light.sunny() ? 40 + 110 * sunlight : Math.min(110, 70 + 60 * lamplight);
    }
}
