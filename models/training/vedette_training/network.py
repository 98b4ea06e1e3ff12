"""The network: plain 3 x 3 convolutions, three strides, no anchors."""

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from vedette_training.pictures import Size

STRIDES = (4, 8, 16)
"""Of the maps that boxes are read from. People far off are less than 8 pixels wide."""

WIDTHS = (16, 32, 48, 96, 128)
"""Channels of the backbone's maps of strides 2, 4, 8, 16 and 32."""

NECK = (32, 48, 48, 48)
"""Channels of the neck's maps of strides 4, 8, 16 and 32."""

BOX = 4
PRIOR = 0.01
"""The score of every class before anything is learnt (Lin et al., "Focal Loss", 2017)."""


class Convolution(nn.Sequential):
    """A convolution with batch normalization, which ONNX Runtime folds into it, and ReLU."""

    def __init__(self, inputs: int, outputs: int, kernel: int = 3, stride: int = 1):
        super().__init__(
            nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False),
            nn.BatchNorm2d(outputs),
            nn.ReLU(inplace=True),
        )


class Residual(nn.Module):
    """Two convolutions, whose outcome is added to what they were given."""

    def __init__(self, channels: int):
        super().__init__()
        self.first = Convolution(channels, channels)
        self.second = nn.Sequential(*list(Convolution(channels, channels))[:2])

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(x + self.second(self.first(x)))


class Backbone(nn.Module):
    """Maps of strides 4, 8, 16 and 32."""

    def __init__(self):
        super().__init__()
        two, four, eight, sixteen, thirty_two = WIDTHS
        # Half of a step's time would go into normalizing this largest map of all.
        self.two = nn.Conv2d(3, two, 3, 2, 1)
        self.four = Convolution(two, four, stride=2)
        self.eight = nn.Sequential(Convolution(four, eight, stride=2), Residual(eight))
        self.sixteen = nn.Sequential(Convolution(eight, sixteen, stride=2), Residual(sixteen))
        self.thirty_two = nn.Sequential(
            Convolution(sixteen, thirty_two, stride=2), Residual(thirty_two)
        )

    def forward(self, x: Tensor) -> list[Tensor]:
        four = self.four(F.relu(self.two(x), inplace=True))
        eight = self.eight(four)
        sixteen = self.sixteen(eight)
        return [four, eight, sixteen, self.thirty_two(sixteen)]


class Neck(nn.Module):
    """Tells each map what the coarser ones saw (Lin et al., "Feature Pyramid Networks", 2017)."""

    def __init__(self):
        super().__init__()
        self.lateral = nn.ModuleList(
            Convolution(width, neck, 1) for width, neck in zip(WIDTHS[1:], NECK, strict=True)
        )
        self.narrow = Convolution(NECK[1], NECK[0], 1)
        self.mix = nn.ModuleList(Convolution(neck, neck) for neck in NECK[:3])

    def forward(self, maps: list[Tensor]) -> list[Tensor]:
        four, eight, sixteen, thirty_two = [
            lateral(map) for lateral, map in zip(self.lateral, maps, strict=True)
        ]
        sixteen = self.mix[2](sixteen + _enlarged(thirty_two))
        eight = self.mix[1](eight + _enlarged(sixteen))
        four = self.mix[0](four + _enlarged(self.narrow(eight)))
        return [four, eight, sixteen]


def _enlarged(map: Tensor) -> Tensor:
    return F.interpolate(map, scale_factor=2.0)


class Head(nn.Module):
    """Box and class numbers of every cell of one map; in full precision, for 16 bits place a box no
    better than to a hundredth of its size."""

    def __init__(self, channels: int, classes: int):
        super().__init__()
        self.boxes = nn.Conv2d(channels, BOX, 1)
        self.classes = nn.Conv2d(channels, classes, 1)
        nn.init.constant_(self.classes.bias, -math.log((1 - PRIOR) / PRIOR))

    def forward(self, x: Tensor) -> Tensor:
        x = x.float()
        with torch.autocast(x.device.type, enabled=False):
            numbers = torch.cat([self.boxes(x), self.classes(x)], 1)
        return numbers.reshape(-1, numbers.shape[1], numbers.shape[2] * numbers.shape[3])


class Detector(nn.Module):
    """Finds objects of some classes in pictures of one size.

    Takes ``[batch, 3, height, width]``, RGB from 0 to 1. Puts out ``[batch, 4 + classes, cells]``:
    centre x, centre y, width, height in pixels of the picture, then a logit for each class; its
    finished form, for export, has probabilities instead.
    """

    def __init__(self, classes: int, size: Size):
        super().__init__()
        self.backbone = Backbone()
        self.neck = Neck()
        self.heads = nn.ModuleList(Head(channels, classes) for channels in NECK[:3])
        cells, strides = _grid(size)
        self.register_buffer("cells", cells, persistent=False)
        self.register_buffer("strides", strides, persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        maps = self.neck(self.backbone(x))
        numbers = torch.cat([head(map) for head, map in zip(self.heads, maps, strict=True)], 2)
        centers = (self.cells + numbers[:, :2]) * self.strides
        extents = numbers[:, 2:BOX].clamp(max=8).exp() * self.strides
        return torch.cat([centers, extents, numbers[:, BOX:]], 1)


class Finished(nn.Module):
    """A detector whose scores are probabilities: the output format ``yolov8``."""

    def __init__(self, detector: Detector):
        super().__init__()
        self.detector = detector

    def forward(self, x: Tensor) -> Tensor:
        found = self.detector(x)
        return torch.cat([found[:, :BOX], found[:, BOX:].sigmoid()], 1)


def _grid(size: Size) -> tuple[Tensor, Tensor]:
    """Centres of all cells in units of their stride, ``[2, cells]``, and the strides,
    ``[1, cells]``; row by row, stride by stride."""
    cells, strides = [], []
    for stride in STRIDES:
        y, x = torch.meshgrid(
            torch.arange(size.height // stride), torch.arange(size.width // stride), indexing="ij"
        )
        cells.append(torch.stack([x, y]).reshape(2, -1) + 0.5)
        strides.append(torch.full((1, x.numel()), float(stride)))
    return torch.cat(cells, 1), torch.cat(strides, 1)
