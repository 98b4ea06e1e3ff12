package io.vedette.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeviceMemoryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Non-zero status code returned while running Conv node. Name:'Conv_3' Status Message:"
                        + " bfc_arena.cc:376 void* onnxruntime::BFCArena::AllocateRawInternal(size_t,"
                        + " bool, onnxruntime::Stream*) Failed to allocate memory for requested"
                        + " buffer of size 939524096",
                "bfc_arena.cc:381 onnxruntime::BFCArena::AllocateRawInternal Available memory of"
                        + " 1048576 is smaller than requested bytes of 4194304",
                "CUDA failure 2: out of memory ; GPU=0 ; hostname=node ; file=cuda_allocator.cc ;"
                        + " line=47 ; expr=cudaMalloc((void**)&p, size);",
                "CUDNN failure 4000: CUDNN_STATUS_INTERNAL_ERROR_DEVICE_ALLOCATION_FAILED ; GPU=0",
                "CUDNN failure 2: CUDNN_STATUS_ALLOC_FAILED ; GPU=0 ; expr=cudnnCreate(&handle)",
                "CUBLAS failure 3: CUBLAS_STATUS_ALLOC_FAILED ; GPU=0 ; expr=cublasCreate(&handle)",
                "CUBLAS failure 3: the resource allocation failed ; GPU=0",
                "TensorRT EP failed to create engine: Error Code 2: OutOfMemory (no further"
                        + " information)",
                "Exception during initialization: std::bad_alloc",
                "Failed to allocate memory of 4000000000 bytes: a buffer has at most 2147483647"
            })
    void aLackOfMemoryIsTold(String message) {
        assertThat(DeviceMemory.isExhausted(new OrtException(message))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Got invalid dimensions for input: images for the following indices",
                "Non-zero status code returned while running Reshape node.",
                "CUDA failure 700: an illegal memory access was encountered ; GPU=0",
                "OneHot: failed to allocate output tensor. Output shape may be too large."
            })
    void otherFailuresAreNot(String message) {
        assertThat(DeviceMemory.isExhausted(new OrtException(message))).isFalse();
    }

    @Test
    void aFailureWithoutAMessageIsNot() {
        assertThat(DeviceMemory.isExhausted(new OrtException((String) null))).isFalse();
    }
}
