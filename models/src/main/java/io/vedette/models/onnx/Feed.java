package io.vedette.models.onnx;

import ai.onnxruntime.OnnxJavaType;
import java.nio.ByteBuffer;

/**
 * The values of one input tensor of a run.
 *
 * @param shape its dimensions
 * @param bytes its values in the machine's byte order, in a direct buffer
 */
public record Feed(String name, OnnxJavaType type, long[] shape, ByteBuffer bytes) {}
