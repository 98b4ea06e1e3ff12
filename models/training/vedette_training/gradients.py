"""The gradient of a batch, computed in parts side by side."""

import copy
from concurrent.futures import ThreadPoolExecutor

import torch
from torch import Tensor

from vedette_training.batches import Batch
from vedette_training.losses import Losses, losses
from vedette_training.network import Detector


class Gradients:
    """Gives every core its own part of a batch. Where a convolution is shared out instead, cores
    wait for each other some thousand times in a step, which on a machine with other work doubles
    its time.

    All parts have the same weights. Each normalizes by its own pictures, and the first one's means
    and deviations are those of the detector.
    """

    def __init__(self, detector: Detector, parts: int, bfloat16: bool):
        self._detectors = [detector, *(_twin(detector) for _ in range(parts - 1))]
        self._weights = list(detector.parameters())
        self._bfloat16 = bfloat16
        self._threads = ThreadPoolExecutor(parts)

    def compute(self, batch: Batch) -> Losses:
        """Sets the gradients of the detector's weights, and gives the loss; means of the parts."""
        shares = batch.split(len(self._detectors))
        done = list(self._threads.map(self._part, self._detectors, shares))
        for weight, *gradients in zip(self._weights, *(g for _, g in done), strict=True):
            weight.grad = torch.stack(gradients).mean(0) if len(done) > 1 else gradients[0]
        return Losses(
            torch.stack([loss.classes.detach() for loss, _ in done]).mean(),
            torch.stack([loss.boxes.detach() for loss, _ in done]).mean(),
        )

    def _part(self, detector: Detector, batch: Batch) -> tuple[Losses, tuple[Tensor, ...]]:
        with torch.autocast("cpu", torch.bfloat16, enabled=self._bfloat16):
            numbers = detector(batch.pictures)
        loss = losses(numbers, batch.truths, detector.cells, detector.strides)
        return loss, torch.autograd.grad(loss.total, list(detector.parameters()))


def _twin(detector: Detector) -> Detector:
    """A detector with the same weights, not a copy of them, and a normalization of its own."""
    twin = copy.deepcopy(detector)
    for mine, theirs in zip(twin.modules(), detector.modules(), strict=True):
        for name, weight in theirs.named_parameters(recurse=False):
            setattr(mine, name, weight)
    return twin
