#!/usr/bin/env python3
"""Writes src/test/resources/tiny-yolox-*.onnx (needs the PyPI package onnx).

The graph has the shape of a YOLOX export and answers what can be computed by hand. The 64 x 64 BGR
input is cut into a grid of 16 x 16 pixels (stride 16). Each cell puts out the box that is the cell
itself, class scores that are the cell's mean blue, green and red / 255, and as objectness the largest
of the three. So a pure red square on a cell is one "red" of confidence 1.
"""
import pathlib

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper, save

SIDE, STRIDE, CLASSES = 64, 16, 3
CELLS = (SIDE // STRIDE) ** 2


def constant(name, value, dtype):
    return numpy_helper.from_array(np.asarray(value, dtype), name)


def model(batch):
    nodes = [
        helper.make_node("AveragePool", ["images"], ["pooled"], kernel_shape=[STRIDE] * 2, strides=[STRIDE] * 2),
        helper.make_node("Div", ["pooled", "full"], ["means"]),
        helper.make_node("Reshape", ["means", "rows"], ["flat"]),
        helper.make_node("Transpose", ["flat"], ["classes"], perm=[0, 2, 1]),
        helper.make_node("ReduceMax", ["classes"], ["objectness"], axes=[2], keepdims=1),
        helper.make_node("Mul", ["objectness", "zero"], ["nothing"]),
        helper.make_node("Add", ["nothing", "cell"], ["boxes"]),
        helper.make_node("Concat", ["boxes", "objectness", "classes"], ["output"], axis=2),
    ]
    graph = helper.make_graph(
        nodes,
        "tiny-yolox",
        [helper.make_tensor_value_info("images", TensorProto.FLOAT, [batch, CLASSES, SIDE, SIDE])],
        [helper.make_tensor_value_info("output", TensorProto.FLOAT, [batch, CELLS, 5 + CLASSES])],
        [
            constant("full", 255, np.float32),
            constant("rows", [0, CLASSES, CELLS], np.int64),
            constant("zero", 0, np.float32),
            constant("cell", [[[0.5, 0.5, 0, 0]]], np.float32),
        ],
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 11)], ir_version=7)
    checker.check_model(made)
    return made


if __name__ == "__main__":
    folder = pathlib.Path(__file__).parent.parent / "resources"
    for name, batch in (("dynamic", "batch"), ("fixed-1", 1), ("fixed-3", 3)):
        save(model(batch), folder / f"tiny-yolox-{name}.onnx")
