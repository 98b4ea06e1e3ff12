"""Batches for training, prepared while the one before is learnt."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from vedette_training.augmentation import NONE, Augmentation, color_changes
from vedette_training.losses import Truth
from vedette_training.pictures import Sample


@dataclass(frozen=True)
class Batch:
    pictures: Tensor
    truths: list[Truth]

    def split(self, parts: int) -> list["Batch"]:
        """As many equal parts, or one for each picture where there are fewer."""
        count = -(-len(self.truths) // parts)
        return [
            Batch(self.pictures[i : i + count], self.truths[i : i + count])
            for i in range(0, len(self.truths), count)
        ]


@dataclass(frozen=True)
class Plan:
    """How much is learnt: `epochs` times every sample, the last `calm` share of it without mosaic
    and zoom."""

    epochs: int
    batch: int
    calm: float = 0.15

    def steps(self, samples: int) -> int:
        return self.epochs * max(1, samples // self.batch)


def batches(
    samples: list[Sample], plan: Plan, augmentation: Augmentation, seed: int
) -> Iterator[Batch]:
    """All batches of a training; the same for the same seed."""
    random = np.random.default_rng(seed)
    steps = plan.steps(len(samples))
    calm_from = round(steps * (1 - plan.calm))
    order = _order(len(samples), random)

    def prepare(step: int) -> Batch:
        how = augmentation if step < calm_from else NONE
        chosen = [next(order) for _ in range(min(plan.batch, len(samples)))]
        return stacked([how.sample(samples, i, random) for i in chosen], random)

    with ThreadPoolExecutor(1) as ahead:
        coming = ahead.submit(prepare, 0)
        for step in range(1, steps + 1):
            batch = coming.result()
            if step < steps:
                coming = ahead.submit(prepare, step)
            yield batch


def _order(count: int, random: np.random.Generator) -> Iterator[int]:
    """Every index once, shuffled, again and again."""
    while True:
        yield from random.permutation(count).tolist()


def stacked(samples: list[Sample], random: np.random.Generator | None = None) -> Batch:
    """Samples side by side, their colours changed where there is a `random`."""
    pixels = torch.from_numpy(np.stack([sample.pixels for sample in samples]))
    pictures = pixels.permute(0, 3, 1, 2).contiguous().float().div_(255)
    if random is not None:
        pictures = recolored(pictures, *map(torch.from_numpy, color_changes(len(samples), random)))
    truths = [
        Truth(*map(torch.from_numpy, (s.objects.boxes, s.objects.labels, s.objects.ignored)))
        for s in samples
    ]
    return Batch(pictures, truths)


def recolored(pictures: Tensor, matrices: Tensor, offsets: Tensor) -> Tensor:
    """Each picture's colours through its own matrix: a convolution with a group for each."""
    count, _, height, width = pictures.shape
    planes = pictures.view(1, 3 * count, height, width)
    changed = F.conv2d(planes, matrices.view(-1, 3, 1, 1), offsets.flatten(), groups=count)
    return changed.clamp_(0, 1).view(pictures.shape)
