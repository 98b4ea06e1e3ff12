"""Brings pictures to the size that the network takes, as Vedette does before it runs a model."""

from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image

from vedette_training.coco import CocoSet, DataError, Objects, Picture

PADDING = 114


@dataclass(frozen=True)
class Size:
    """The picture that the network takes."""

    width: int
    height: int

    @staticmethod
    def parse(text: str) -> "Size":
        parts = text.lower().split("x")
        if len(parts) != 2 or not all(part.isdecimal() for part in parts):
            raise DataError(f"Size '{text}' must be WIDTHxHEIGHT, such as 448x256.")
        size = Size(int(parts[0]), int(parts[1]))
        if min(size.width, size.height) < 32 or size.width % 32 or size.height % 32:
            raise DataError(
                f"Size '{text}': both sides must be multiples of 32, the widest stride."
            )
        return size

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"


@dataclass(frozen=True)
class Placement:
    """Where a picture lies in the network's input: a letterbox, in the middle."""

    left: int
    top: int
    width: int
    height: int
    scale_x: float
    scale_y: float

    @staticmethod
    def of(width: int, height: int, size: Size) -> "Placement":
        ratio = min(size.width / width, size.height / height)
        scaled_width, scaled_height = round(width * ratio), round(height * ratio)
        left = (size.width - scaled_width) // 2
        top = (size.height - scaled_height) // 2
        return Placement(
            left, top, scaled_width, scaled_height, scaled_width / width, scaled_height / height
        )

    def into(self, boxes: np.ndarray) -> np.ndarray:
        """Boxes of the picture as boxes of the network's input."""
        return (boxes * self._scales() + self._offsets()).astype(np.float32)

    def back(self, boxes: np.ndarray) -> np.ndarray:
        return (boxes - self._offsets()) / self._scales()

    def _scales(self) -> np.ndarray:
        return np.array([self.scale_x, self.scale_y] * 2)

    def _offsets(self) -> np.ndarray:
        return np.array([self.left, self.top] * 2)


@dataclass(frozen=True)
class Sample:
    """Pixels, uint8 ``[height, width, 3]`` in RGB, and the objects in the same pixels."""

    pixels: np.ndarray
    objects: Objects


def resized(pixels: np.ndarray, width: int, height: int, antialias: bool = False) -> np.ndarray:
    """Bilinear, pixel centres at half; without ``antialias`` as OpenCV's ``INTER_LINEAR``."""
    planes = torch.from_numpy(pixels).permute(2, 0, 1)[None]
    if not antialias:
        planes = planes.float()
    scaled = F.interpolate(planes, (height, width), mode="bilinear", antialias=antialias)
    if not antialias:
        scaled = scaled.round().clamp(0, 255).byte()
    return scaled[0].permute(1, 2, 0).contiguous().numpy()


def letterboxed(picture: Picture, size: Size, antialias: bool = False) -> Sample:
    """Reads a picture, and scales it to fit."""
    pixels = read(picture)
    place = Placement.of(picture.width, picture.height, size)
    raster = np.full((size.height, size.width, 3), PADDING, np.uint8)
    raster[place.top : place.top + place.height, place.left : place.left + place.width] = resized(
        pixels, place.width, place.height, antialias
    )
    objects = picture.objects
    return Sample(raster, Objects(place.into(objects.boxes), objects.labels, objects.ignored))


def read(picture: Picture) -> np.ndarray:
    try:
        with Image.open(picture.file) as image:
            pixels = np.array(image.convert("RGB"))
    except OSError as e:
        raise DataError(f"{picture.file} cannot be read as a picture: {e}.") from None
    if pixels.shape[:2] != (picture.height, picture.width):
        raise DataError(
            f"{picture.file} is {pixels.shape[1]} x {pixels.shape[0]} "
            f"but the annotations say {picture.width} x {picture.height}."
        )
    return pixels


def load(coco: CocoSet, size: Size) -> list[Sample]:
    """All pictures of a set, decoded once and kept. Every other one is antialiased, so that the
    network knows the filters of stills and of video."""
    return [letterboxed(p, size, antialias=i % 2 == 1) for i, p in enumerate(coco.pictures)]
