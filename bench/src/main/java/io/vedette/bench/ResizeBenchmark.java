package io.vedette.bench;

import io.vedette.models.inputs.ImageRaster;
import io.vedette.schema.Raster;
import io.vedette.schema.RasterSpec;
import io.vedette.schema.Resize;
import io.vedette.schema.ResizeFilter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** A still picture into a raster of 416 x 416. */
public class ResizeBenchmark extends Timed {

    @Param({"768x432", "1920x1080"})
    private String source;

    @Param private Resize resize;

    @Param private ResizeFilter filter;

    private int width;
    private int height;
    private byte[] bgr;
    private RasterSpec spec;

    @Setup
    public void prepare() {
        int cross = source.indexOf('x');
        width = Integer.parseInt(source.substring(0, cross));
        height = Integer.parseInt(source.substring(cross + 1));
        bgr = Scene.bgr(width, height);
        spec = Scene.raster(resize, filter);
    }

    @Benchmark
    public Raster resize() {
        return ImageRaster.ofBgr(bgr, width, height, spec);
    }
}
