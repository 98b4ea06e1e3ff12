package io.vedette.bench.pipeline;

import ai.onnxruntime.OrtException;
import io.vedette.models.ModelPackage;
import io.vedette.models.inputs.PixelWriter;
import io.vedette.models.onnx.DetectorSettings;
import io.vedette.models.onnx.Feed;
import io.vedette.models.onnx.OnnxSession;
import io.vedette.models.onnx.Tensor;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.LongStream;

/** ONNX Runtime alone: a session, opened as the job opens it, runs on one prepared picture. */
final class RawWorker implements Worker {

    private final OnnxSession session;
    private final List<Feed> feeds;

    private RawWorker(OnnxSession session, List<Feed> feeds) {
        this.session = session;
        this.feeds = feeds;
    }

    static RawWorker open(ModelPackage model, DetectorSettings settings, Clip clip)
            throws OrtException {
        OnnxSession session = OnnxSession.open(model.file(), settings);
        try {
            return new RawWorker(session, List.of(feed(model, session, clip)));
        } catch (OrtException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private static Feed feed(ModelPackage model, OnnxSession session, Clip clip)
            throws OrtException {
        List<Tensor> inputs = session.signature().inputs();
        if (inputs.size() != 1) {
            throw new IllegalArgumentException(
                    "%s must have a picture as its only input but has %s."
                            .formatted(model, Tensor.listed(inputs)));
        }
        Tensor input = inputs.get(0);
        long[] picture = model.input().layout().shape(clip.spec());
        LongStream batch = input.rank() > picture.length ? LongStream.of(1) : LongStream.empty();
        long[] shape = LongStream.concat(batch, LongStream.of(picture)).toArray();
        ByteBuffer pixels =
                session.memory(input.name(), (long) clip.spec().size() * input.type().size);
        PixelWriter.of(model.input(), input.type()).write(clip.first(), pixels, 0);
        return new Feed(input.name(), input.type(), shape, pixels);
    }

    @Override
    public int step() throws OrtException {
        session.run(feeds, 1);
        return 1;
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
