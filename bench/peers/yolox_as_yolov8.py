"""Makes a YOLOX network look like an export of Ultralytics' YOLOv8, weights unchanged.

Then all peers and the job can run one and the same network, with real answers. What is put around
it: pixels of RGB / 255 become BGR, and the rows of the output become boxes in pixels and scores.
"""

import argparse
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

STRIDES = (8, 16, 32)
ROW = 85


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("yolox", type=Path, help="its ONNX file")
    parser.add_argument("labels", type=Path, help="a label in each line")
    parser.add_argument("target", type=Path, help="the ONNX file to write")
    given = parser.parse_args()
    model = onnx.load(given.yolox)
    wrap(model.graph)
    describe(model, given.labels.read_text().splitlines())
    onnx.checker.check_model(model)
    onnx.save(model, given.target)


def wrap(graph: onnx.GraphProto) -> None:
    pixels, rows = graph.input[0], graph.output[0]
    _, _, height, width = (d.dim_value for d in pixels.type.tensor_type.shape.dim)
    batch = pixels.type.tensor_type.shape.dim[0]
    size = batch.dim_param or batch.dim_value
    cells, strides = grid(width, height)
    for name, array in {
        "as8_bgr": np.array([2, 1, 0], dtype=np.int64),
        "as8_255": np.array(255, dtype=np.float32),
        "as8_cells": cells,
        "as8_strides": strides,
    }.items():
        graph.initializer.append(numpy_helper.from_array(array, name))
    before = [
        helper.make_node("Gather", ["as8_images", "as8_bgr"], ["as8_swapped"], axis=1),
        helper.make_node("Mul", ["as8_swapped", "as8_255"], [pixels.name]),
    ]
    after = [
        helper.make_node(
            "Split",
            [rows.name],
            ["as8_xy", "as8_wh", "as8_obj", "as8_cls"],
            axis=2,
            split=[2, 2, 1, ROW - 5],
        ),
        helper.make_node("Add", ["as8_xy", "as8_cells"], ["as8_moved"]),
        helper.make_node("Mul", ["as8_moved", "as8_strides"], ["as8_centres"]),
        helper.make_node("Exp", ["as8_wh"], ["as8_grown"]),
        helper.make_node("Mul", ["as8_grown", "as8_strides"], ["as8_extents"]),
        helper.make_node("Mul", ["as8_obj", "as8_cls"], ["as8_scores"]),
        helper.make_node(
            "Concat", ["as8_centres", "as8_extents", "as8_scores"], ["as8_rows"], axis=2
        ),
        helper.make_node("Transpose", ["as8_rows"], ["output0"], perm=[0, 2, 1]),
    ]
    nodes = [*before, *graph.node, *after]
    del graph.node[:]
    graph.node.extend(nodes)
    graph.input[0].CopyFrom(declared("as8_images", [size, 3, height, width]))
    graph.output[0].CopyFrom(declared("output0", [size, ROW - 1, len(cells[0])]))


def declared(name: str, shape: list) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)


def grid(width: int, height: int) -> tuple[np.ndarray, np.ndarray]:
    """For each row of the output the cell that it is of, and its stride."""
    cells, strides = [], []
    for stride in STRIDES:
        columns, rows = np.meshgrid(np.arange(width // stride), np.arange(height // stride))
        level = np.stack([columns, rows], axis=2).reshape(1, -1, 2)
        cells.append(level)
        strides.append(np.full((1, level.shape[1], 1), stride))
    return tuple(np.concatenate(part, axis=1).astype(np.float32) for part in (cells, strides))


def describe(model: onnx.ModelProto, labels: list[str]) -> None:
    """Says what Ultralytics writes into its exports and reads from them."""
    _, _, height, width = (d.dim_value for d in model.graph.input[0].type.tensor_type.shape.dim)
    for key, text in {
        "task": "detect",
        "stride": str(max(STRIDES)),
        "batch": "1",
        "imgsz": str([height, width]),
        "names": str(dict(enumerate(labels))),
        "channels": "3",
    }.items():
        entry = model.metadata_props.add()
        entry.key, entry.value = key, text


if __name__ == "__main__":
    main()
