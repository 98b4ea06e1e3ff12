"""A plain loop: read with OpenCV, detect with ONNX Runtime, one picture after another."""

import tempfile
from pathlib import Path

import cv2
import onnxruntime

from detecting import FORMATS, Detector
from looping import looped
from measuring import Meter, arguments, refuse, say

NAME = "OpenCV + ONNX Runtime loop"
VERSION = f"{cv2.__version__} + {onnxruntime.__version__}"


def main() -> None:
    given = arguments(FORMATS)
    if given.check:
        say(name=NAME, version=VERSION)
        return
    detect = Detector(
        given.model, given.format, given.width, given.height, given.confidence, given.iou
    )
    meter = Meter(given.warm_up, given.seconds)
    with tempfile.TemporaryDirectory() as folder:
        video = looped(given.video, given.warm_up + given.seconds, Path(folder))
        capture = cv2.VideoCapture(str(video))
        over = False
        while not over:
            read, image = capture.read()
            if not read:
                refuse(f"{given.video} ended before the measurement")
            over = meter.done(len(detect(image)))
        capture.release()
    meter.say(NAME, VERSION)


if __name__ == "__main__":
    main()
