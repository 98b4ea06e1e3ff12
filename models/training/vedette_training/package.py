"""Writes a Vedette model package: ``model.onnx``, ``model.yaml``, ``labels.txt`` and a card."""

import hashlib
import json
import re
import warnings
from dataclasses import dataclass
from pathlib import Path

import onnx
import torch

from vedette_training.coco import DataError
from vedette_training.network import BOX, Detector, Finished
from vedette_training.pictures import PADDING, Size

NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
VERSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
OPSET = 17
SUPPRESSION = 0.6


@dataclass(frozen=True)
class Identity:
    """What a model is called and whose it is."""

    name: str
    version: str
    description: str
    author: str
    licence: str

    def __post_init__(self):
        for field, value, rule in (("name", self.name, NAME), ("version", self.version, VERSION)):
            if not rule.fullmatch(value):
                raise DataError(f"Model {field} '{value}' must match {rule.pattern}.")


def write_network(
    file: Path, detector: Detector, names: list[str], size: Size, identity: Identity
) -> None:
    """The graph, for any number of pictures, with finished boxes. Weights keep their names and
    batch normalization its own numbers, so that training can go on from them; ONNX Runtime folds
    them when it opens the file."""
    network = Finished(detector).train()
    # Of a network that is trained, weights that happen to be equal are not merged under one name.
    detector.eval().to(memory_format=torch.contiguous_format)
    file.parent.mkdir(parents=True, exist_ok=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network,
            (torch.zeros(1, 3, size.height, size.width),),
            str(file),
            input_names=["images"],
            output_names=["output"],
            dynamic_axes={"images": {0: "batch"}, "output": {0: "batch"}},
            opset_version=OPSET,
            training=torch.onnx.TrainingMode.PRESERVE,
            dynamo=False,
        )
    model = onnx.load(file)
    sides = model.graph.output[0].type.tensor_type.shape.dim
    sides[1].dim_value, sides[2].dim_value = BOX + len(names), detector.cells.shape[1]
    onnx.helper.set_model_props(
        model,
        {
            "names": str(dict(enumerate(names))),
            "task": "detect",
            "stride": "32",
            "imgsz": str([size.height, size.width]),
            "description": identity.description,
            "author": identity.author,
            "license": identity.licence,
            "version": identity.version,
        },
    )
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, file)


def write_description(
    folder: Path, names: list[str], size: Size, identity: Identity, confidence: float
) -> None:
    """``model.yaml`` and ``labels.txt`` beside the network that is in the folder."""
    digest = hashlib.sha256((folder / "model.onnx").read_bytes()).hexdigest()
    description = f"# {' '.join(identity.description.split())}\n" if identity.description else ""
    (folder / "model.yaml").write_text(
        f"""{description}name: {identity.name}
version: {json.dumps(identity.version)}
task: detection
file: model.onnx
sha256: {digest}
labels: labels.txt
licence: {json.dumps(identity.licence, ensure_ascii=False)}
input:
  width: {size.width}
  height: {size.height}
  resize: letterbox
  anchor: center
  padding: {PADDING}
  color: rgb
  layout: nchw
  mean: [0, 0, 0]
  std: [255, 255, 255]
output:
  format: yolov8
thresholds:
  confidence: {confidence:.2f}
  iou: {SUPPRESSION}
""",
        encoding="utf-8",
    )
    (folder / "labels.txt").write_text("".join(f"{name}\n" for name in names), encoding="utf-8")
