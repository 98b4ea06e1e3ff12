package io.vedette.sources;

import io.vedette.schema.DeadLetter;
import io.vedette.schema.Frame;
import io.vedette.schema.RasterSpec;
import io.vedette.sources.ffmpeg.JpegDecoder;
import io.vedette.sources.ffmpeg.JpegSize;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Gives frames that carry a JPEG the raster that a model wants. A frame whose picture is missing,
 * cannot be decoded or has another size than the frame says goes to the side, and the rest go on.
 *
 * <p>Which frames still carry their JPEG afterwards is in no checkpoint: after a restart the first
 * frame of each camera does.
 */
public final class DecodeJpegFunction extends ProcessFunction<Frame, Frame> {

    /** Where frames go that cannot be decoded. */
    public static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("undecodable-frames", TypeInformation.of(DeadLetter.class));

    private static final long serialVersionUID = 1;

    private final RasterSpec spec;
    private final @Nullable Duration pictureInterval;

    private transient JpegDecoder decoder;
    private transient Map<String, PictureInterval> pictures;

    /**
     * @param pictureInterval at most one frame of a camera per interval of capture time still
     *     carries the JPEG afterwards; zero means every frame, null none
     */
    public DecodeJpegFunction(RasterSpec spec, @Nullable Duration pictureInterval) {
        this.spec = spec;
        this.pictureInterval = pictureInterval;
    }

    @Override
    public void open(OpenContext context) throws IOException {
        decoder = new JpegDecoder();
        pictures = new HashMap<>();
    }

    @Override
    public void processElement(Frame frame, Context context, Collector<Frame> frames) {
        try {
            frames.collect(decoded(frame));
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            context.output(DEAD_LETTERS, DeadLetter.of(frame, "decode", reason));
        }
    }

    @SuppressWarnings("NullAway") // it does not see that the array of a compact record may be null
    private Frame decoded(Frame frame) throws IOException {
        byte[] jpeg = frame.picture();
        if (jpeg == null) {
            throw new IOException("the frame carries no picture");
        }
        JpegSize size = JpegSize.of(jpeg);
        if (size.width() != frame.width() || size.height() != frame.height()) {
            throw new IOException(
                    "the picture must be %d x %d, as the frame says, but is %d x %d"
                            .formatted(frame.width(), frame.height(), size.width(), size.height()));
        }
        return new Frame(
                frame.camera(),
                frame.sequence(),
                frame.capturedAt(),
                frame.arrivedAt(),
                frame.width(),
                frame.height(),
                decoder.decode(jpeg, spec),
                carriesPicture(frame) ? jpeg : null,
                frame.share());
    }

    private boolean carriesPicture(Frame frame) {
        return pictures.computeIfAbsent(
                        frame.camera(), camera -> new PictureInterval(pictureInterval))
                .isDue(frame.capturedAt());
    }

    @Override
    public void close() {
        if (decoder != null) {
            decoder.close();
        }
    }
}
