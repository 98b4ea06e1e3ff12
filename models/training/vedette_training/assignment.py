"""Which cells of the network answer for which objects."""

from dataclasses import dataclass

import torch
from torch import Tensor

from vedette_training.boxes import overlaps

CELLS_PER_OBJECT = 10
SCORE_POWER = 0.5
OVERLAP_POWER = 6
REACH = 1.0
"""Strides around its centre in which an object has cells, however small it is."""


@dataclass(frozen=True)
class Assignment:
    """What the cells of one picture are to say.

    cells: indexes of the cells that answer for an object, ``[p]``.
    objects: the index of the object of each, ``[p]``.
    targets: the score that each is to give to its object's class, in (0, 1].
    """

    cells: Tensor
    objects: Tensor
    targets: Tensor


def candidates(centers: Tensor, strides: Tensor, boxes: Tensor) -> Tensor:
    """Whether a cell lies in a box; bool ``[objects, cells]``. Boxes of less than two strides are
    taken for that large, so that even the smallest has cells.

    centers: of the cells, in pixels, ``[cells, 2]``.
    strides: of the cells, ``[cells]``.
    """
    middle = ((boxes[:, :2] + boxes[:, 2:]) / 2)[:, None]
    half = ((boxes[:, 2:] - boxes[:, :2]) / 2)[:, None]
    reach = torch.maximum(half, (REACH * strides)[None, :, None])
    return ((centers[None] - middle).abs() < reach).all(-1)


def assign(scores: Tensor, found: Tensor, inside: Tensor, boxes: Tensor, labels: Tensor):
    """Gives every object the cells that already see it best, by score and overlap, and a cell that
    several objects claim to the one that it overlaps most (Feng et al., "TOOD: Task-aligned
    One-stage Object Detection", 2021).

    scores: of every cell and class, from 0 to 1, ``[cells, classes]``.
    found: the boxes of the cells, ``[cells, 4]``.
    inside: of `candidates`, for `boxes` and `labels`, the objects that are to be found.
    """
    near = inside.any(0).nonzero().squeeze(1)
    found, scores, inside = found[near], scores[near], inside[:, near]
    overlap = overlaps(boxes, found) * inside
    alignment = scores.T[labels].pow(SCORE_POWER) * overlap.pow(OVERLAP_POWER)
    # Where nothing overlaps yet, the nearest candidates stand in, at a weight of almost nothing.
    alignment = alignment + inside * 1e-9
    best, chosen = alignment.topk(min(CELLS_PER_OBJECT, len(near)), dim=1)
    claimed = torch.zeros_like(inside).scatter_(1, chosen, best > 0)
    owner = torch.where(claimed, overlap, -1.0).argmax(0)
    cells = claimed.any(0).nonzero().squeeze(1)
    objects = owner[cells]
    mine = torch.zeros_like(claimed)
    mine[objects, cells] = True
    alignment, overlap = alignment * mine, overlap * mine
    best_overlap = overlap.amax(1)
    targets = alignment[objects, cells] / alignment.amax(1)[objects] * best_overlap[objects]
    return Assignment(near[cells], objects, targets)
