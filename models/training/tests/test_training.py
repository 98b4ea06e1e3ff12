import numpy as np
import pytest
import shapes
import torch

from vedette_training.__main__ import main
from vedette_training.augmentation import NONE
from vedette_training.batches import Plan
from vedette_training.boxes import from_centers, overlaps
from vedette_training.coco import CocoSet
from vedette_training.evaluation import decoded
from vedette_training.network import Detector
from vedette_training.pictures import Size, load
from vedette_training.training import Settings, train

SIZE = Size(160, 96)


def recall(detector, samples):
    """The share of objects that one of the ten best boxes of its class lies on."""
    found, wanted = 0, 0
    for sample in samples:
        pixels = torch.from_numpy(sample.pixels.transpose(2, 0, 1).copy())[None].float() / 255
        with torch.no_grad():
            output = detector.eval()(pixels)[0]
        for box, label, ignored in zip(
            sample.objects.boxes, sample.objects.labels, sample.objects.ignored, strict=True
        ):
            best = output[4 + label].topk(10).indices
            overlap = overlaps(torch.tensor(box)[None], from_centers(output[:4, best].T))
            found += int(overlap.max() > 0.5) * (not ignored)
            wanted += not ignored
    return found / wanted


def test_forty_steps_on_eight_pictures_raise_recall(drawn):
    torch.manual_seed(1)
    coco = CocoSet.read(drawn)
    samples = load(coco, SIZE)[:8]
    detector = Detector(len(coco.names), SIZE)
    before = recall(detector, samples)
    told = []

    plan = Plan(epochs=40, batch=8)
    settings = Settings(plan, rate=4e-3, augmentation=NONE)
    train(detector, samples, settings, told.append, every=20)

    assert [p.step for p in told] == [20, 40]
    assert told[1].boxes < told[0].boxes
    assert recall(detector, samples) > before + 0.5


def test_the_same_seed_gives_the_same_weights(drawn):
    coco = CocoSet.read(drawn)
    samples = load(coco, SIZE)[:8]

    def weights():
        torch.manual_seed(1)
        settings = Settings(Plan(epochs=2, batch=4), threads=2)
        return train(Detector(2, SIZE), samples, settings, lambda progress: None).state_dict()

    once, again = weights(), weights()

    assert all(torch.equal(once[name], again[name]) for name in once)


def test_answers_are_suppressed_within_their_class_only():
    output = np.zeros((6, 5), np.float32)
    output[:4] = np.array([[50, 50, 20, 20]] * 3 + [[90, 20, 10, 10]] * 2).T
    output[4] = [0.9, 0.8, 0.0, 0.3, 0.0]
    output[5] = [0.0, 0.0, 0.7, 0.0, 0.0005]

    found = decoded(output, confidence=0.001, iou=0.65, most=100)

    assert found.labels.tolist() == [0, 1, 0]
    assert found.scores == pytest.approx([0.9, 0.7, 0.3])
    assert found.boxes[0].tolist() == [40, 40, 60, 60]


def test_bad_data_ends_with_a_message_and_no_trace(own, tmp_path, capsys):
    root = shapes.read(own)
    root["categories"] = []
    shapes.write(own, root)

    words = ["train", "--data", str(own), "--val", str(own), "--output", str(tmp_path / "out")]
    status = main([*words, "--name", "shapes"])

    assert status == 1
    assert "'categories' is empty" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_name_that_vedette_would_refuse_is_refused_before_training(own, tmp_path, capsys):
    words = ["train", "--data", str(own), "--val", str(own), "--output", str(tmp_path / "out")]

    assert main([*words, "--name", "My Shapes"]) == 1
    assert "Model name 'My Shapes' must match" in capsys.readouterr().err
