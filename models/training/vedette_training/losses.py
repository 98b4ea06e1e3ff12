"""How wrong the network is."""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from vedette_training.assignment import assign, candidates
from vedette_training.boxes import complete_overlaps, from_centers
from vedette_training.network import BOX

BOX_WEIGHT = 5.0


@dataclass(frozen=True)
class Truth:
    """The objects of one picture as tensors; see ``coco.Objects``."""

    boxes: Tensor
    labels: Tensor
    ignored: Tensor


@dataclass(frozen=True)
class Losses:
    classes: Tensor
    boxes: Tensor

    @property
    def total(self) -> Tensor:
        return self.classes + BOX_WEIGHT * self.boxes


def losses(numbers: Tensor, truths: list[Truth], cells: Tensor, strides: Tensor) -> Losses:
    """Of a batch: binary cross-entropy of the scores and ``1 - CIoU`` of the boxes, both per
    object that was found as well as possible.

    numbers: what `Detector` puts out, ``[batch, 4 + classes, cells]``.
    cells, strides: the grid of the detector.
    """
    centers, strides = (cells * strides).T, strides[0]
    found = from_centers(numbers[:, :BOX].transpose(1, 2))
    logits = numbers[:, BOX:].transpose(1, 2)
    wanted = torch.zeros_like(logits)
    counts = torch.ones_like(logits)
    box_loss = numbers.new_zeros(())
    for i, truth in enumerate(truths):
        if not len(truth.labels):
            continue
        inside = candidates(centers, strides, truth.boxes)
        _leave_out(counts[i], inside[truth.ignored], truth.labels[truth.ignored])
        real = ~truth.ignored
        if not real.any():
            continue
        boxes, labels = truth.boxes[real], truth.labels[real]
        with torch.no_grad():
            made = assign(logits[i].sigmoid(), found[i], inside[real], boxes, labels)
        wanted[i, made.cells, labels[made.objects]] = made.targets
        counts[i, made.cells] = 1
        overlap = complete_overlaps(found[i, made.cells], boxes[made.objects])
        box_loss = box_loss + ((1 - overlap) * made.targets).sum()
    objects = wanted.sum().clamp(min=1)
    entropy = F.binary_cross_entropy_with_logits(logits, wanted, counts, reduction="sum")
    return Losses(entropy / objects, box_loss / objects)


def _leave_out(counts: Tensor, inside: Tensor, labels: Tensor) -> None:
    """Cells in an ignored object neither gain nor lose by the class of it, as in COCO's metric."""
    for cells, label in zip(inside, labels, strict=True):
        counts[cells, label] = 0
