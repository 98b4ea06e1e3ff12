"""The geometry of boxes: left, top, right, bottom."""

import math

import torch
from torch import Tensor

EPSILON = 1e-7


def from_centers(boxes: Tensor) -> Tensor:
    """From centre x, centre y, width, height; in the last dimension."""
    center, half = boxes[..., :2], boxes[..., 2:] / 2
    return torch.cat([center - half, center + half], -1)


def areas(boxes: Tensor) -> Tensor:
    return (boxes[..., 2:] - boxes[..., :2]).clamp(min=0).prod(-1)


def intersections(one: Tensor, other: Tensor) -> Tensor:
    corner = torch.maximum(one[..., :2], other[..., :2])
    far = torch.minimum(one[..., 2:], other[..., 2:])
    return (far - corner).clamp(min=0).prod(-1)


def overlaps(one: Tensor, other: Tensor) -> Tensor:
    """Intersection over union of every box of ``[n, 4]`` with every box of ``[m, 4]``."""
    shared = intersections(one[:, None], other[None])
    return shared / (areas(one)[:, None] + areas(other)[None] - shared + EPSILON)


def complete_overlaps(one: Tensor, other: Tensor) -> Tensor:
    """CIoU of box by box: the overlap, less the distance of the centres and the difference of the
    shapes (Zheng et al., "Distance-IoU Loss", 2020). In (-2, 1]; 1 where both are the same."""
    shared = intersections(one, other)
    overlap = shared / (areas(one) + areas(other) - shared + EPSILON)
    corner = torch.minimum(one[:, :2], other[:, :2])
    far = torch.maximum(one[:, 2:], other[:, 2:])
    diagonal = (far - corner).square().sum(-1) + EPSILON
    between = ((one[:, :2] + one[:, 2:] - other[:, :2] - other[:, 2:]) / 2).square().sum(-1)
    shape = 4 / math.pi**2 * (_angles(one) - _angles(other)).square()
    with torch.no_grad():
        weight = shape / (1 - overlap + shape + EPSILON)
    return overlap - between / diagonal - weight * shape


def _angles(boxes: Tensor) -> Tensor:
    extent = boxes[:, 2:] - boxes[:, :2]
    return torch.atan(extent[:, 0] / (extent[:, 1] + EPSILON))
