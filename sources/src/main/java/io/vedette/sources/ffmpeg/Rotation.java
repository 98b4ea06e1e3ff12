package io.vedette.sources.ffmpeg;

import static io.vedette.sources.ffmpeg.Ffmpeg.allocated;
import static io.vedette.sources.ffmpeg.Ffmpeg.check;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.global.avfilter;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.IntPointer;
import org.jspecify.annotations.Nullable;

/**
 * Turns pictures upright by quarter turns, as their display matrix says: what phones write into
 * files and photographs. Other pictures are given back as they are, at no cost.
 *
 * <p>It follows a size, format or turn that changes. Used by one thread.
 */
final class Rotation implements AutoCloseable {

    private record Shape(int width, int height, int format, int quarters) {}

    private @Nullable Shape shape;
    private @Nullable AVFilterGraph graph;
    private @Nullable AVFilterContext source;
    private @Nullable AVFilterContext sink;
    private @Nullable AVFrame turned;

    /** The picture upright, valid until the next call. */
    AVFrame upright(AVFrame picture) throws IOException {
        int quarters = quarters(picture);
        if (quarters == 0) {
            return picture;
        }
        Shape needed = new Shape(picture.width(), picture.height(), picture.format(), quarters);
        if (!needed.equals(shape)) {
            build(needed);
        }
        AVFrame result = Objects.requireNonNull(turned);
        avutil.av_frame_unref(result);
        check(
                avfilter.av_buffersrc_add_frame_flags(
                        source, picture, avfilter.AV_BUFFERSRC_FLAG_KEEP_REF),
                "turning");
        check(avfilter.av_buffersink_get_frame(sink, result), "turning");
        return result;
    }

    /** Clockwise, 0 to 3. */
    private static int quarters(AVFrame picture) {
        AVFrameSideData matrix =
                picture.nb_side_data() == 0
                        ? null
                        : avutil.av_frame_get_side_data(
                                picture, avutil.AV_FRAME_DATA_DISPLAYMATRIX);
        if (matrix == null) {
            return 0;
        }
        double anticlockwise = avutil.av_display_rotation_get(new IntPointer(matrix.data()));
        return Double.isNaN(anticlockwise) ? 0 : Math.floorMod(-Math.round(anticlockwise / 90), 4);
    }

    private void build(Shape needed) throws IOException {
        close();
        turned = avutil.av_frame_alloc();
        graph = allocated(avfilter.avfilter_graph_alloc(), "a filter graph");
        String shape =
                "video_size=%dx%d:pix_fmt=%d:time_base=1/1000:pixel_aspect=1/1"
                        .formatted(needed.width(), needed.height(), needed.format());
        source = added("buffer", shape);
        AVFilterContext last = source;
        for (String[] filter : filters(needed.quarters())) {
            AVFilterContext next = added(filter[0], filter[1]);
            check(avfilter.avfilter_link(last, 0, next, 0), "turning");
            last = next;
        }
        sink = added("buffersink", null);
        check(avfilter.avfilter_link(last, 0, sink, 0), "turning");
        check(avfilter.avfilter_graph_config(graph, null), "turning");
        this.shape = needed;
    }

    private static List<String[]> filters(int quarters) {
        return switch (quarters) {
            case 1 -> List.<String[]>of(new String[] {"transpose", "clock"});
            case 2 -> List.of(new String[] {"hflip", ""}, new String[] {"vflip", ""});
            default -> List.<String[]>of(new String[] {"transpose", "cclock"});
        };
    }

    private AVFilterContext added(String filter, @Nullable String arguments) throws IOException {
        AVFilterContext context = new AVFilterContext(null);
        check(
                avfilter.avfilter_graph_create_filter(
                        context,
                        avfilter.avfilter_get_by_name(filter),
                        filter,
                        arguments,
                        null,
                        graph),
                filter);
        return context;
    }

    @Override
    public void close() {
        if (graph != null) {
            avfilter.avfilter_graph_free(graph);
            graph = null;
        }
        if (turned != null) {
            avutil.av_frame_free(turned);
            turned = null;
        }
        shape = null;
    }
}
