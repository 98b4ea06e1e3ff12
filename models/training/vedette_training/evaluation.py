"""How good a model is, by COCO's metric, with the answers of ONNX Runtime."""

import contextlib
import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval

from vedette_training.coco import CocoSet
from vedette_training.pictures import Placement, Size, letterboxed

CONFIDENCE = 0.001
IOU = 0.65
MOST = 100
"""As toolkits score models, and as ``vedette model eval`` does."""


@dataclass(frozen=True)
class Found:
    """What a model sees in one picture: boxes ``[n, 4]`` in its pixels, best first."""

    boxes: np.ndarray
    scores: np.ndarray
    labels: np.ndarray


@dataclass(frozen=True)
class ClassFigures:
    """Of one class: how often it occurs, its average precisions, and the score from which on its
    F1.5 is best. Not a number where it does not occur."""

    name: str
    objects: int
    ap: float
    ap50: float
    confidence: float


@dataclass(frozen=True)
class Figures:
    """COCO's average precision: over the overlaps .50 to .95, and at .50."""

    ap: float
    ap50: float
    classes: list[ClassFigures]

    @property
    def confidence(self) -> float:
        """A threshold that suits most classes, in steps of 0.05."""
        scores = [c.confidence for c in self.classes if not np.isnan(c.confidence)]
        return float(np.clip(round(np.mean(scores) * 20) / 20, 0.1, 0.6)) if scores else 0.25

    def __str__(self) -> str:
        rows = [
            f"  {c.name:<20} {c.objects:>7} objects, AP {c.ap:.3f}, AP50 {c.ap50:.3f}"
            for c in self.classes
        ]
        return "\n".join([f"AP {self.ap:.3f}, AP50 {self.ap50:.3f}", *rows])


def evaluate(onnx: Path, coco: CocoSet) -> Figures:
    """Holds the answers of a model against a set."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 2
    session = onnxruntime.InferenceSession(onnx, options, providers=["CPUExecutionProvider"])
    tensor = session.get_inputs()[0]
    size = Size(tensor.shape[3], tensor.shape[2])
    answers = []
    for picture in coco.pictures:
        pixels = letterboxed(picture, size).pixels.transpose(2, 0, 1)[None]
        output = session.run(None, {tensor.name: pixels.astype(np.float32) / 255})[0][0]
        place = Placement.of(picture.width, picture.height, size)
        found = decoded(output, CONFIDENCE, IOU, MOST)
        boxes = place.back(found.boxes)
        boxes = boxes.clip(0, [picture.width, picture.height] * 2)
        for box, score, label in zip(boxes, found.scores, found.labels, strict=True):
            extent = [box[0], box[1], box[2] - box[0], box[3] - box[1]]
            category = coco.category_ids[label]
            answers.append([picture.id, *extent, score, category])
    return _figures(coco, np.array(answers, np.float64).reshape(-1, 7))


def decoded(output: np.ndarray, confidence: float, iou: float, most: int) -> Found:
    """Finished boxes, suppressed within each class; of an output ``[4 + classes, cells]``."""
    labels, cells = np.nonzero(output[4:] >= confidence)
    scores = output[4:][labels, cells]
    order = np.argsort(-scores, kind="stable")
    labels, cells, scores = labels[order], cells[order], scores[order]
    centers, halves = output[:2, cells].T, output[2:4, cells].T / 2
    boxes = np.concatenate([centers - halves, centers + halves], 1)
    kept = suppressed(boxes, labels, iou)[:most]
    return Found(boxes[kept], scores[kept], labels[kept])


def suppressed(boxes: np.ndarray, labels: np.ndarray, iou: float) -> np.ndarray:
    """Indexes of the boxes, best first, that overlap no better one of their class by more."""
    areas = (boxes[:, 2:] - boxes[:, :2]).prod(1)
    alive = np.ones(len(boxes), bool)
    kept = []
    for i in range(len(boxes)):
        if not alive[i]:
            continue
        kept.append(i)
        shared = (
            np.minimum(boxes[i, 2:], boxes[i + 1 :, 2:])
            - np.maximum(boxes[i, :2], boxes[i + 1 :, :2])
        ).clip(0)
        overlap = shared.prod(1) / (areas[i] + areas[i + 1 :] - shared.prod(1))
        alive[i + 1 :] &= (overlap <= iou) | (labels[i + 1 :] != labels[i])
    return np.array(kept, np.int64)


def _figures(coco: CocoSet, answers: np.ndarray) -> Figures:
    counts = np.bincount(
        np.concatenate([p.objects.labels[~p.objects.ignored] for p in coco.pictures]),
        minlength=len(coco.names),
    )
    if not len(answers):
        rows = zip(coco.names, counts.tolist(), strict=True)
        return Figures(0, 0, [ClassFigures(name, count, 0, 0, np.nan) for name, count in rows])
    with contextlib.redirect_stdout(io.StringIO()):
        truth = COCO(str(coco.annotations))
        metric = COCOeval(truth, truth.loadRes(answers), "bbox")
        metric.evaluate()
        metric.accumulate()
    ids = metric.params.catIds
    # Overlaps x recalls x classes, of all sizes and at most 100 answers.
    precisions = metric.eval["precision"][:, :, :, 0, 2]
    scores = metric.eval["scores"][0, :, :, 0, 2]
    precisions = np.where(precisions < 0, np.nan, precisions)
    classes = []
    for name, category, count in zip(coco.names, coco.category_ids, counts, strict=True):
        if category not in ids or not count:
            classes.append(ClassFigures(name, int(count), np.nan, np.nan, np.nan))
            continue
        k = ids.index(category)
        curve = precisions[:, :, k]
        best = _best_confidence(curve[0], metric.params.recThrs, scores[:, k])
        classes.append(ClassFigures(name, int(count), curve.mean(), curve[0].mean(), best))
    seen = [c for c in classes if c.objects]
    return Figures(
        float(np.mean([c.ap for c in seen])), float(np.mean([c.ap50 for c in seen])), classes
    )


def _best_confidence(precisions: np.ndarray, recalls: np.ndarray, scores: np.ndarray) -> float:
    """By F1.5, in which recall weighs half as much again as precision: what is not reported nobody
    can filter."""
    weight = 1.5**2
    together = (1 + weight) * precisions * recalls
    together = together / np.maximum(weight * precisions + recalls, 1e-9)
    return float(scores[together.argmax()])
