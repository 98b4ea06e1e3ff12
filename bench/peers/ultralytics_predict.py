"""Ultralytics' multi-stream prediction on an ONNX file that Ultralytics exported.

A graph that takes any batch gets a frame of every stream at once, from a .streams file. One that
takes a single picture cannot, so it gets the files one after another.
"""

import tempfile
from pathlib import Path

import onnxruntime
import ultralytics
from ultralytics import YOLO

from looping import looped
from measuring import Meter, arguments, refuse, say

NAME = "Ultralytics predict"
VERSION = f"{ultralytics.__version__} (ONNX Runtime {onnxruntime.__version__})"


def main() -> None:
    given = arguments(("yolov8",))
    session = onnxruntime.InferenceSession(str(given.model), providers=["CPUExecutionProvider"])
    if "names" not in session.get_modelmeta().custom_metadata_map:
        refuse("its model must be an export of Ultralytics, which holds its names")
    batched = not isinstance(session.get_inputs()[0].shape[0], int)
    del session
    if given.check:
        say(name=NAME, version=VERSION)
        return
    meter = Meter(given.warm_up, given.seconds)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        video = looped(given.video, given.warm_up + given.seconds, folder)
        streams = folder / "cameras.streams"
        streams.write_text(f"{video}\n" * given.streams)
        results = YOLO(given.model, task="detect").predict(
            str(streams) if batched else str(video),
            stream=True,
            stream_buffer=True,
            imgsz=(given.height, given.width),
            rect=False,  # the job fills the whole square, too
            conf=given.confidence,
            iou=given.iou,
            device="cpu",
            verbose=False,
        )
        for result in results:
            if meter.done(len(result.boxes)):
                break
        meter.say(NAME, VERSION)


if __name__ == "__main__":
    main()
