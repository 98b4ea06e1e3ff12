package io.vedette.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

final class ExecutionProviderTest {

    @Test
    void cudaIsToldToTakeNoMoreMemoryThanItIsAskedFor() {
        assertThat(ExecutionProvider.cudaOptions(Gpu.FIRST))
                .containsExactly(
                        entry("arena_extend_strategy", "kSameAsRequested"),
                        entry("cudnn_conv_algo_search", "HEURISTIC"),
                        entry("use_tf32", "1"));
        assertThat(ExecutionProvider.cudaOptions(new Gpu(1, 2L << 30)))
                .containsEntry("gpu_mem_limit", "2147483648");
    }

    @Test
    void tensorRtKeepsEnginesAndTimingsWhereItMay() {
        assertThat(ExecutionProvider.tensorRtOptions(new TensorRt(true, "/var/cache/engines")))
                .containsExactly(
                        entry("trt_engine_cache_enable", "1"),
                        entry("trt_engine_cache_path", "/var/cache/engines"),
                        entry("trt_fp16_enable", "1"),
                        entry("trt_timing_cache_enable", "1"),
                        entry("trt_timing_cache_path", "/var/cache/engines"));
    }

    @Test
    void tensorRtKeepsNothingWithoutAFolder() {
        assertThat(ExecutionProvider.tensorRtOptions(new TensorRt(false, null)))
                .containsExactly(
                        entry("trt_engine_cache_enable", "0"),
                        entry("trt_fp16_enable", "0"),
                        entry("trt_timing_cache_enable", "0"));
    }

    @Test
    void refusesACacheThatIsNoFolder() {
        assertThatThrownBy(() -> new TensorRt(true, " "))
                .hasMessage("TensorRT cache must name a folder but was ' '.");
    }
}
