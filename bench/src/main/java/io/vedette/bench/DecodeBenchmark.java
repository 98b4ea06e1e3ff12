package io.vedette.bench;

import io.vedette.models.onnx.RawOutput;
import io.vedette.models.outputs.Candidates;
import io.vedette.models.outputs.NonMaximumSuppression;
import io.vedette.models.outputs.OutputDecoder;
import io.vedette.models.outputs.OutputFormat;
import io.vedette.models.outputs.Thresholds;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** A network's outputs into boxes, and non-maximum suppression, with the format's thresholds. */
public class DecodeBenchmark extends Timed {

    @Param private OutputFormat format;

    private List<RawOutput> outputs;
    private OutputDecoder decoder;
    private Candidates candidates;
    private Thresholds thresholds;

    @Setup
    public void prepare() {
        NetworkAnswer answer = NetworkAnswers.of(format);
        outputs = answer.outputs();
        decoder = answer.decoder();
        candidates = answer.candidates();
        thresholds = answer.thresholds();
        int found = decode().length;
        System.out.printf("# %d candidates, of which %d stay%n", candidates.size(), found);
        if (found == 0) {
            throw new IllegalStateException(format + ": nothing is found.");
        }
    }

    @Benchmark
    public int[] decode() {
        candidates.clear();
        decoder.decode(outputs, 0, candidates);
        return NonMaximumSuppression.keep(candidates, thresholds);
    }
}
