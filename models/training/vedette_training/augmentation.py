"""Makes many pictures of few. Boxes stay where their objects are."""

from dataclasses import dataclass

import numpy as np

from vedette_training.coco import Objects
from vedette_training.pictures import PADDING, Sample, resized

SEEN = 0.5
"""The share of its box that must be left of an object that was cut, for it to be looked for; of
less it is ignored, and of less than `GONE` it is not there."""

GONE = 0.1
SMALLEST = 3.0
"""Pixels across; what zooming makes smaller is ignored."""


@dataclass(frozen=True)
class Augmentation:
    """How pictures are varied; shares are of 1.

    mosaic: the share of pictures that are put together of four.
    zoom: the share of pictures that are scaled by a factor between the two of `zooms`.
    """

    mosaic: float = 0.3
    zoom: float = 0.3
    zooms: tuple[float, float] = (0.7, 1.6)

    def sample(self, samples: list[Sample], index: int, random: np.random.Generator) -> Sample:
        """A variation of one of the samples, for which others may give parts."""
        sample = samples[index]
        if random.random() < self.mosaic:
            others = [samples[i] for i in random.integers(len(samples), size=3)]
            sample = mosaic([sample, *others], random)
        if random.random() < self.zoom:
            sample = zoomed(sample, np.exp(random.uniform(*np.log(self.zooms))), random)
        return flipped(sample) if random.random() < 0.5 else sample


NONE = Augmentation(mosaic=0, zoom=0)
"""Nothing but flips, for the last part of a training."""


def flipped(sample: Sample) -> Sample:
    """Left and right change places."""
    width = sample.pixels.shape[1]
    objects = sample.objects
    boxes = objects.boxes.copy()
    boxes[:, [0, 2]] = width - objects.boxes[:, [2, 0]]
    return Sample(sample.pixels[:, ::-1], Objects(boxes, objects.labels, objects.ignored))


def mosaic(samples: list[Sample], random: np.random.Generator) -> Sample:
    """Quarters of four pictures, each where it was, so that what is far stays above."""
    height, width = samples[0].pixels.shape[:2]
    x = int(width * random.uniform(0.25, 0.75))
    y = int(height * random.uniform(0.25, 0.75))
    pixels = np.empty_like(samples[0].pixels)
    parts = []
    quarters = [(0, 0, x, y), (x, 0, width, y), (0, y, x, height), (x, y, width, height)]
    for sample, (left, top, right, bottom) in zip(samples, quarters, strict=True):
        pixels[top:bottom, left:right] = sample.pixels[top:bottom, left:right]
        parts.append(cut(sample.objects, (left, top, right, bottom)))
    return Sample(pixels, Objects.joined(parts))


def zoomed(sample: Sample, factor: float, random: np.random.Generator) -> Sample:
    """A part of the picture, enlarged; or all of it, smaller and somewhere on grey."""
    height, width = sample.pixels.shape[:2]
    objects = sample.objects
    if factor >= 1:
        part_width, part_height = round(width / factor), round(height / factor)
        left = int(random.integers(width - part_width + 1))
        top = int(random.integers(height - part_height + 1))
        part = sample.pixels[top : top + part_height, left : left + part_width]
        pixels = resized(np.ascontiguousarray(part), width, height, antialias=True)
        scale = np.array([width / part_width, height / part_height] * 2)
        boxes = (objects.boxes - np.array([left, top] * 2)) * scale
    else:
        part_width, part_height = round(width * factor), round(height * factor)
        left = int(random.integers(width - part_width + 1))
        top = int(random.integers(height - part_height + 1))
        pixels = np.full_like(sample.pixels, PADDING)
        pixels[top : top + part_height, left : left + part_width] = resized(
            np.ascontiguousarray(sample.pixels), part_width, part_height, antialias=True
        )
        scale = np.array([part_width / width, part_height / height] * 2)
        boxes = objects.boxes * scale + np.array([left, top] * 2)
    moved = Objects(boxes.astype(np.float32), objects.labels, objects.ignored)
    return Sample(pixels, cut(moved, (0, 0, width, height)))


def cut(objects: Objects, window: tuple[int, int, int, int]) -> Objects:
    """What a window (left, top, right, bottom) leaves of objects."""
    corners = np.array(window, np.float32)
    boxes = objects.boxes.copy()
    boxes[:, [0, 2]] = boxes[:, [0, 2]].clip(corners[0], corners[2])
    boxes[:, [1, 3]] = boxes[:, [1, 3]].clip(corners[1], corners[3])
    whole = (objects.boxes[:, 2:] - objects.boxes[:, :2]).prod(1)
    extents = boxes[:, 2:] - boxes[:, :2]
    share = extents.prod(1) / np.maximum(whole, 1e-6)
    ignored = objects.ignored | (share < SEEN) | (extents.max(1, initial=0) < SMALLEST)
    return Objects(boxes, objects.labels, ignored)[share >= GONE]


def color_changes(count: int, random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Changes of brightness, contrast, saturation and tint for pictures with values from 0 to 1:
    ``matrix @ rgb + offset``; float32 ``[count, 3, 3]`` and ``[count, 3]``."""
    saturation = random.uniform(0.5, 1.5, (count, 1, 1))
    contrast = random.uniform(0.7, 1.3, (count, 1, 1)) * random.uniform(0.92, 1.08, (count, 3, 1))
    brightness = random.uniform(-0.12, 0.12, (count, 1))
    matrices = contrast * (saturation * np.eye(3) + (1 - saturation) / 3)
    offsets = brightness + 0.45 * (1 - contrast[:, :, 0])
    return matrices.astype(np.float32), offsets.astype(np.float32)
