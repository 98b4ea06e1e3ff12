"""A detector as people write it: letterbox, blob, ONNX Runtime as it comes, boxes in numpy."""

from pathlib import Path

import cv2
import numpy as np
import onnxruntime

STRIDES = (8, 16, 32)
FORMATS = ("yolox", "yolov8")


class Detector:
    """A session with default options, which takes every core that it finds."""

    def __init__(
        self, model: Path, fmt: str, width: int, height: int, confidence: float, iou: float
    ) -> None:
        self._session = onnxruntime.InferenceSession(str(model), providers=["CPUExecutionProvider"])
        self._input = self._session.get_inputs()[0].name
        self._yolox = fmt == "yolox"
        self._width, self._height = width, height
        self._confidence, self._iou = confidence, iou
        if self._yolox:
            self._grid, self._stride = self._cells()

    def __call__(self, image: np.ndarray) -> list[tuple[int, float, list[float]]]:
        """What is seen in a BGR picture: class, score, and left, top, width and height."""
        blob, ratio, left, top = self._blob(image)
        output = self._session.run(None, {self._input: blob})[0]
        boxes, scores = self._candidates(output)
        classes = scores.argmax(axis=1)
        best = scores[np.arange(len(scores)), classes]
        kept = best > self._confidence
        boxes, classes, best = boxes[kept], classes[kept], best[kept]
        corners = boxes.copy()
        corners[:, :2] -= corners[:, 2:] / 2
        chosen = cv2.dnn.NMSBoxesBatched(
            corners.tolist(), best.tolist(), classes.tolist(), self._confidence, self._iou
        )
        corners[:, :2] -= (left, top)
        corners /= ratio
        return [(int(classes[i]), float(best[i]), corners[i].tolist()) for i in chosen]

    def _blob(self, image: np.ndarray) -> tuple[np.ndarray, float, int, int]:
        rows, columns = image.shape[:2]
        ratio = min(self._width / columns, self._height / rows)
        size = (round(columns * ratio), round(rows * ratio))
        resized = cv2.resize(image, size, interpolation=cv2.INTER_LINEAR)
        left = 0 if self._yolox else (self._width - size[0]) // 2
        top = 0 if self._yolox else (self._height - size[1]) // 2
        padded = np.full((self._height, self._width, 3), 114, dtype=np.uint8)
        padded[top : top + size[1], left : left + size[0]] = resized
        if self._yolox:
            blob = padded.transpose(2, 0, 1).astype(np.float32)[None]
        else:
            blob = padded[:, :, ::-1].transpose(2, 0, 1)[None].astype(np.float32) / 255
        return np.ascontiguousarray(blob), ratio, left, top

    def _candidates(self, output: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Centres and extents in pixels of the input, and a score for each class."""
        if self._yolox:
            rows = output[0]
            centres = (rows[:, :2] + self._grid) * self._stride
            extents = np.exp(rows[:, 2:4]) * self._stride
            return np.concatenate([centres, extents], axis=1), rows[:, 4:5] * rows[:, 5:]
        rows = output[0].T
        return rows[:, :4], rows[:, 4:]

    def _cells(self) -> tuple[np.ndarray, np.ndarray]:
        grids, strides = [], []
        for stride in STRIDES:
            columns, rows = np.meshgrid(
                np.arange(self._width // stride), np.arange(self._height // stride)
            )
            grid = np.stack([columns, rows], axis=2).reshape(-1, 2)
            grids.append(grid)
            strides.append(np.full((len(grid), 1), stride))
        return np.concatenate(grids), np.concatenate(strides)
