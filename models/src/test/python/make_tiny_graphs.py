#!/usr/bin/env python3
"""Writes src/test/resources/tiny-*.onnx except tiny-yolox-* (needs the PyPI package onnx).

tiny-liar       tiny-yolox that declares any batch, but whose Reshape knows only a batch of one
tiny-nhwc       tiny-yolox that takes bytes, row by row and pixel by pixel
tiny-half       tiny-yolox in 16-bit floats, in and out
tiny-unbatched  tiny-yolox that takes one picture without a batch dimension
tiny-masked     tiny-yolox that sees black where a mask of the picture's size is 0
tiny-rows       puts out a finished detection for each colour that is in the pictures: as many as there are
tiny-told       puts out, as one finished detection for each frame, what its other inputs are told
"""
import pathlib

import numpy as np
from onnx import TensorProto, checker, helper, save

from make_tiny_yolox import CELLS, CLASSES, SIDE, constant, model

FOLDER = pathlib.Path(__file__).parent.parent / "resources"


def write(made, name):
    checker.check_model(made)
    save(made, FOLDER / f"tiny-{name}.onnx")


def graph(nodes, inputs, outputs, constants):
    made = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info(*i) for i in inputs],
        [helper.make_tensor_value_info(*o) for o in outputs],
        constants,
    )
    return helper.make_model(made, opset_imports=[helper.make_opsetid("", 11)], ir_version=7)


def liar():
    made = model("batch")
    for i in made.graph.initializer:
        if i.name == "rows":
            i.CopyFrom(constant("rows", [1, CLASSES, CELLS], np.int64))
    return made


def fronted(element, shape, front, constants=(), back=(), output=("output", TensorProto.FLOAT)):
    """tiny-yolox behind other nodes, which make its images."""
    made = model(1 if len(shape) == 3 else "batch")
    nodes = list(front) + list(made.graph.node) + list(back)
    out = [1 if len(shape) == 3 else "batch", CELLS, 5 + CLASSES]
    return graph(
        nodes, [("pixels", element, shape)], [(*output, out)], list(made.graph.initializer) + list(constants)
    )


def nhwc():
    return fronted(
        TensorProto.UINT8,
        ["batch", SIDE, SIDE, CLASSES],
        [
            helper.make_node("Cast", ["pixels"], ["cast"], to=TensorProto.FLOAT),
            helper.make_node("Transpose", ["cast"], ["images"], perm=[0, 3, 1, 2]),
        ],
    )


def half():
    return fronted(
        TensorProto.FLOAT16,
        ["batch", CLASSES, SIDE, SIDE],
        [helper.make_node("Cast", ["pixels"], ["images"], to=TensorProto.FLOAT)],
        back=[helper.make_node("Cast", ["output"], ["halves"], to=TensorProto.FLOAT16)],
        output=("halves", TensorProto.FLOAT16),
    )


def unbatched():
    return fronted(
        TensorProto.FLOAT,
        [CLASSES, SIDE, SIDE],
        [helper.make_node("Unsqueeze", ["pixels"], ["images"], axes=[0])],
    )


def masked():
    """The mask is joined to the picture, so that another size than the picture's fails."""
    made = model("batch")
    front = [
        helper.make_node("Cast", ["pixel_mask"], ["cast"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["cast"], ["mask"], axes=[1]),
        helper.make_node("Concat", ["pixel_values", "mask"], ["joined"], axis=1),
        helper.make_node("Split", ["joined"], ["picture", "seen"], axis=1, split=[CLASSES, 1]),
        helper.make_node("Mul", ["picture", "seen"], ["images"]),
    ]
    return graph(
        front + list(made.graph.node),
        [
            ("pixel_values", TensorProto.FLOAT, ["batch", CLASSES, SIDE, SIDE]),
            ("pixel_mask", TensorProto.INT64, ["batch", "height", "width"]),
        ],
        [("output", TensorProto.FLOAT, ["batch", CELLS, 5 + CLASSES])],
        list(made.graph.initializer),
    )


def told():
    """Each frame's row is 0, 0, size[0], size[1], score, class."""
    return graph(
        [
            helper.make_node("Cast", ["orig_target_sizes"], ["size"], to=TensorProto.FLOAT),
            helper.make_node("Cast", ["which"], ["class"], to=TensorProto.FLOAT),
            helper.make_node("Mul", ["size", "zero"], ["origin"]),
            helper.make_node("ReduceSum", ["origin"], ["column"], axes=[1], keepdims=1),
            helper.make_node("Add", ["column", "score_threshold"], ["scores"]),
            helper.make_node("Add", ["column", "class"], ["classes"]),
            helper.make_node("ReduceMean", ["images"], ["mean"], axes=[1, 2, 3], keepdims=0),
            helper.make_node("Concat", ["origin", "size", "scores", "classes"], ["row"], axis=1),
            helper.make_node("Unsqueeze", ["row"], ["output"], axes=[1]),
        ],
        [
            ("images", TensorProto.FLOAT, ["batch", CLASSES, SIDE, SIDE]),
            ("orig_target_sizes", TensorProto.INT64, ["batch", 2]),
            ("score_threshold", TensorProto.FLOAT, [1]),
            ("which", TensorProto.INT32, []),
        ],
        [("output", TensorProto.FLOAT, ["batch", 1, 6])],
        [constant("zero", 0, np.float32)],
    )


def rows():
    """A row is the box 0, 0, 32, 64, the score 1 and the class."""
    table = [[0, 0, SIDE / 2, SIDE, 1, c] for c in range(CLASSES)]
    return graph(
        [
            helper.make_node("ReduceMax", ["images"], ["most"], axes=[0, 2, 3], keepdims=0),
            helper.make_node("Greater", ["most", "half"], ["seen"]),
            helper.make_node("Compress", ["table", "seen"], ["output"], axis=0),
        ],
        [("images", TensorProto.FLOAT, ["batch", CLASSES, SIDE, SIDE])],
        [("output", TensorProto.FLOAT, ["found", 6])],
        [constant("half", 0.5, np.float32), constant("table", table, np.float32)],
    )


if __name__ == "__main__":
    for made in (liar, nhwc, half, unbatched, masked, rows, told):
        write(made(), made.__name__)
