package io.vedette.quickstart.scenes.drawing;

import io.vedette.quickstart.scenes.world.Actor;
import io.vedette.quickstart.scenes.world.SignalHead;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A street as one fixed camera sees it. The same objects and frame give the same pixels, whatever
 * was drawn before, on every machine; used by one thread.
 */
public final class StreetView {

    private final Pinhole camera;
    private final Backdrop backdrop;
    private final ObjectLayer layer;
    private final ObjectPainter painter;
    private final Beams beams;
    private final Halos halos;
    private final Sensor sensor;
    private List<Actor> drawn = List.of();

    /**
     * @param seed of the sensor's noise
     */
    public StreetView(Street street, Pinhole camera, long seed) {
        this.camera = camera;
        backdrop = new Backdrop(street, camera);
        layer = new ObjectLayer(camera, backdrop.nearness());
        painter = new ObjectPainter(street, camera, layer);
        beams = new Beams(camera, street.light().lamps() > 0.3);
        halos = new Halos(street, camera);
        sensor = new Sensor(street.light(), seed);
    }

    /**
     * Draws the objects and the traffic lights of a moment.
     *
     * @return what is seen of each object, in the same order; null for those that do not show at
     *     all
     */
    public List<@Nullable Seen> draw(List<Actor> actors, List<SignalHead> signals) {
        drawn = List.copyOf(actors);
        return painter.draw(actors, signals);
    }

    /** The picture of the objects drawn last, with the noise of a frame. */
    public BufferedImage picture(long frame) {
        BufferedImage image =
                new BufferedImage(camera.width(), camera.height(), BufferedImage.TYPE_3BYTE_BGR);
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        compose(pixels);
        halos.add(pixels, drawn, layer);
        sensor.expose(pixels, camera.width(), camera.height(), frame);
        return image;
    }

    /** The objects drawn last before the street, as the lens sees them: blue, green and red. */
    void compose(byte[] pixels) {
        System.arraycopy(backdrop.pixels(), 0, pixels, 0, pixels.length);
        throwLight(pixels);
        for (int row = 0; row < camera.height(); row++) {
            compose(pixels, row);
        }
    }

    private void throwLight(byte[] pixels) {
        beams.cast(drawn);
        if (!beams.on()) {
            return;
        }
        for (int i = 0; i < pixels.length / 3; i++) {
            float light = beams.at(i);
            if (light > 0 && backdrop.sunlight()[i] != 0) {
                for (int c = 0; c < 3; c++) {
                    int value = pixels[3 * i + c] & 255;
                    double gain = 1 + light * (1.5 + 0.25 * c);
                    pixels[3 * i + c] = (byte) Math.min(235, value * gain + 9 * light);
                }
            }
        }
    }

    private void compose(byte[] pixels, int row) {
        int upper = row * PolygonFill.SAMPLES;
        int first = Math.min(layer.from(upper), layer.from(upper + 1)) / PolygonFill.SAMPLES;
        int last = (Math.max(layer.to(upper), layer.to(upper + 1)) + 1) / PolygonFill.SAMPLES;
        for (int column = first; column < last; column++) {
            int sample = upper * layer.columns() + column * PolygonFill.SAMPLES;
            compose(pixels, row * camera.width() + column, sample);
        }
    }

    private void compose(byte[] pixels, int pixel, int sample) {
        int red = 0;
        int green = 0;
        int blue = 0;
        int open = 0;
        int shaded = 0;
        for (int k = 0; k < 4; k++) {
            int i = sample + (k & 1) + (k >> 1) * layer.columns();
            int owner = layer.owner(i);
            if (owner > 0) {
                int rgb = layer.colour(i);
                red += Rgb.red(rgb);
                green += Rgb.green(rgb);
                blue += Rgb.blue(rgb);
            } else {
                open++;
                shaded += owner == ObjectLayer.SHADOW ? 1 : 0;
            }
        }
        if (open == 4 && shaded == 0) {
            return;
        }
        int depth = backdrop.sunlight()[pixel] & 255;
        int share = (open << 8) - shaded * depth;
        int at = 3 * pixel;
        pixels[at] = (byte) (((((pixels[at] & 255) * share) >> 8) + blue) >> 2);
        pixels[at + 1] = (byte) (((((pixels[at + 1] & 255) * share) >> 8) + green) >> 2);
        pixels[at + 2] = (byte) (((((pixels[at + 2] & 255) * share) >> 8) + red) >> 2);
    }
}
