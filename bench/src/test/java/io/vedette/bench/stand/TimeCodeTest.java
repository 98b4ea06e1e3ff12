package io.vedette.bench.stand;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.Placement;
import io.vedette.schema.Raster;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class TimeCodeTest {

    private static final int WIDTH = TimeCode.RASTER.width();
    private static final int HEIGHT = TimeCode.RASTER.height();

    @Test
    void aPictureSaysWhenItWasDrawn() {
        long before = System.currentTimeMillis();
        byte[] drawn = drawn();
        long after = System.currentTimeMillis();

        assertThat(TimeCode.read(raster(drawn), after + 5000).orElseThrow())
                .isBetween(before, after);
    }

    @Test
    void aFieldThatIsNotWholeIsNoticed() {
        byte[] drawn = drawn();
        for (int y = 0; y < HEIGHT / TimeCode.SHARE / TimeCode.ROWS; y++) {
            for (int x = 0; x < WIDTH / TimeCode.COLUMNS; x++) {
                drawn[y * WIDTH + x] = (byte) ~drawn[y * WIDTH + x];
            }
        }

        assertThat(TimeCode.read(raster(drawn), System.currentTimeMillis())).isEmpty();
    }

    /** The first plane. */
    private static byte[] drawn() {
        BufferedImage picture = new TimedPictures(WIDTH, HEIGHT).picture(7);
        byte[] data = new byte[TimeCode.RASTER.size()];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                data[y * WIDTH + x] = (byte) picture.getRGB(x, y);
            }
        }
        return data;
    }

    private static Raster raster(byte[] data) {
        Placement whole = TimeCode.RASTER.place(WIDTH, HEIGHT);
        return new Raster(WIDTH, HEIGHT, TimeCode.RASTER.color(), whole, data);
    }
}
