"""What every peer is told, how its frames are counted, and what it says at its end."""

import argparse
import json
import sys
import time
from pathlib import Path
from typing import NoReturn


def arguments(formats: tuple[str, ...]) -> argparse.Namespace:
    """Reads the command line; a model of a format that the peer does not know ends it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", required=True, type=Path, help="the ONNX file")
    parser.add_argument("--format", required=True, help="what its output means: yolox, yolov8")
    parser.add_argument("--size", required=True, help="of its input, such as 416x416")
    parser.add_argument("--confidence", required=True, type=float)
    parser.add_argument("--iou", required=True, type=float)
    parser.add_argument("--video", required=True, type=Path)
    parser.add_argument("--streams", required=True, type=int, help="how many play the video")
    parser.add_argument("--warm-up", required=True, type=int, help="seconds that do not count")
    parser.add_argument("--seconds", required=True, type=int, help="seconds that count")
    parser.add_argument("--check", action="store_true", help="only say whether it can run")
    given = parser.parse_args()
    if given.format not in formats:
        refuse(f"its model must be of format {' or '.join(formats)} but is {given.format}")
    width, height = given.size.split("x")
    given.width, given.height = int(width), int(height)
    return given


def refuse(reason: str) -> NoReturn:
    sys.exit(reason)


def say(**answer: object) -> None:
    print(json.dumps(answer), flush=True)


class Meter:
    """Counts frames between the end of the warm-up and the end of the measurement.

    The warm-up begins with the first frame.
    """

    def __init__(self, warm_up: int, seconds: int) -> None:
        self._warm_up = warm_up
        self._seconds = seconds
        self._first: float | None = None
        self._last = 0.0
        self._begin = 0.0
        self._frames = 0
        self._objects = 0

    def done(self, objects: int) -> bool:
        """One more frame is done; returns whether it is over."""
        now = time.perf_counter()
        if self._first is None:
            self._first = now
        if self._begin == 0.0:
            if now - self._first >= self._warm_up:
                self._begin = now
            return False
        self._frames += 1
        self._objects += objects
        self._last = now
        return now - self._begin >= self._seconds

    def say(self, name: str, version: str) -> None:
        if self._frames == 0:
            refuse("no frame was done after the warm-up")
        say(
            name=name,
            version=version,
            fps=self._frames / (self._last - self._begin),
            frames=self._frames,
            detections=self._objects,
        )
