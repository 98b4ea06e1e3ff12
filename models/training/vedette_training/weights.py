"""Begins with what another model has learnt: the weights that stand in its ONNX file."""

import ast
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from vedette_training.coco import DataError
from vedette_training.network import Detector

PREFIX = "detector."
"""Of the names of the weights in the file."""


def start_from(detector: Detector, names: list[str], package: Path) -> list[str]:
    """Gives a detector the weights of a package of this trainer; those of a class only where that
    package has one of the same name.

    Returns the names of the classes that it has.
    """
    file = package / "model.onnx" if package.is_dir() else package
    stored, known = _stored(file)
    state = detector.state_dict()
    shared = [name for name in names if name in known]
    mine = [names.index(name) for name in shared]
    theirs = [known.index(name) for name in shared]
    for name, value in state.items():
        if not value.dtype.is_floating_point:
            continue
        if name not in stored:
            raise DataError(f"{file} has no weights '{name}'; start from a model of this trainer.")
        given = stored[name]
        if ".classes." in name:
            value[mine] = given[theirs]
        elif given.shape == value.shape:
            value.copy_(given)
        else:
            raise DataError(
                f"{file}: weights '{name}' are {list(given.shape)} but must be "
                f"{list(value.shape)}; start from a model of this version of the trainer."
            )
    detector.load_state_dict(state)
    return shared


def _stored(file: Path) -> tuple[dict[str, Tensor], list[str]]:
    """The weights by name, and the names of the classes."""
    if not file.is_file():
        raise DataError(f"{file} does not exist; start from the folder of a model package.")
    try:
        model = onnx.load(file)
        names = {entry.key: entry.value for entry in model.metadata_props}["names"]
        classes = [name for _, name in sorted(ast.literal_eval(names).items())]
    except Exception as e:  # onnx has no common type for what is wrong with a file
        raise DataError(f"{file} is not an ONNX file that this trainer wrote: {e!r}.") from None
    return {
        initializer.name.removeprefix(PREFIX): torch.from_numpy(
            numpy_helper.to_array(initializer).copy()
        )
        for initializer in model.graph.initializer
    }, classes
