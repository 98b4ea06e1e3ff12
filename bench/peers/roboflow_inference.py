"""Roboflow's InferencePipeline with a detector of one's own, its sources read side by side."""

import os
import tempfile
from importlib.metadata import version
from pathlib import Path

from inference import InferencePipeline

from detecting import FORMATS, Detector
from looping import looped
from measuring import Meter, arguments, say

NAME = "Roboflow InferencePipeline"


def installed() -> str:
    return f"{version('inference-cpu')} (ONNX Runtime {version('onnxruntime')})"


def main() -> None:
    given = arguments(FORMATS)
    if given.check:
        say(name=NAME, version=installed())
        return
    detect = Detector(
        given.model, given.format, given.width, given.height, given.confidence, given.iou
    )
    meter = Meter(given.warm_up, given.seconds)

    def infer(frames):
        return [detect(frame.image) for frame in frames]

    def sink(predictions, frames):
        if not isinstance(predictions, list) or given.streams == 1:
            predictions, frames = [predictions], [frames]
        for found, frame in zip(predictions, frames, strict=True):
            if frame is not None and meter.done(len(found)):
                finish(meter)

    with tempfile.TemporaryDirectory() as folder:
        video = looped(given.video, given.warm_up + given.seconds, Path(folder))
        pipeline = InferencePipeline.init_with_custom_logic(
            video_reference=[str(video)] * given.streams,
            on_video_frame=infer,
            on_prediction=sink,
        )
        pipeline.start()
        pipeline.join()


def finish(meter: Meter) -> None:
    """Ends at once: the pipeline would go on to the end of its files."""
    meter.say(NAME, installed())
    os._exit(0)


if __name__ == "__main__":
    main()
