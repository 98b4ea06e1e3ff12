import numpy as np
import pytest
import torch

from vedette_training.augmentation import Augmentation, color_changes, cut, flipped, mosaic, zoomed
from vedette_training.batches import Plan, batches, recolored
from vedette_training.coco import Objects
from vedette_training.pictures import Sample


def marked(boxes, width=128, height=96, color=255):
    """A black picture with a white rectangle for each box."""
    pixels = np.zeros((height, width, 3), np.uint8)
    for left, top, right, bottom in boxes:
        pixels[top:bottom, left:right] = color
    rows = [(*box, label, 0) for label, box in enumerate(boxes)]
    return Sample(pixels, Objects.of(rows))


def drawn(sample):
    """Where a picture is white: left, top, right, bottom."""
    rows, columns = (sample.pixels[:, :, 0] > 127).nonzero()
    return [columns.min(), rows.min(), columns.max() + 1, rows.max() + 1]


def test_a_flip_takes_the_box_along():
    flip = flipped(marked([(10, 20, 50, 60)]))

    assert flip.objects.boxes[0].tolist() == [78, 20, 118, 60]
    assert drawn(flip) == [78, 20, 118, 60]


@pytest.mark.parametrize("factor", [0.5, 0.8, 1.0, 1.3])
def test_zooming_takes_the_box_along(factor):
    random = np.random.default_rng(1)
    for _ in range(5):
        zoom = zoomed(marked([(50, 40, 80, 60)]), factor, random)

        assert zoom.pixels.shape == (96, 128, 3)
        assert zoom.objects.boxes[0] == pytest.approx(drawn(zoom), abs=1.01)


def test_a_mosaic_leaves_the_parts_where_they_were():
    boxes = [(4, 4, 24, 20), (100, 4, 120, 20), (4, 76, 24, 92), (100, 76, 120, 92)]
    # Each of four pictures has all four boxes, in its own brightness.
    samples = [marked(boxes, color=60 * (i + 1)) for i in range(4)]

    made = mosaic(samples, np.random.default_rng(1))

    assert made.objects.boxes.tolist() == [list(box) for box in boxes]
    assert [int(made.pixels[t, x, 0]) for x, t, _, _ in boxes] == [60, 120, 180, 240]


def test_what_is_cut_to_less_than_half_is_ignored_and_to_almost_nothing_is_gone():
    objects = Objects.of([(0, 0, 40, 10, 1, 0), (25, 0, 65, 10, 2, 0), (38, 0, 78, 10, 3, 0)])

    left = cut(objects, (0, 0, 40, 40))

    assert left.labels.tolist() == [1, 2]
    assert left.ignored.tolist() == [False, True]
    assert left.boxes[1].tolist() == [25, 0, 40, 10]


def test_an_ignored_object_stays_ignored_through_all():
    sample = marked([(50, 40, 80, 60)])
    crowd = Sample(sample.pixels, Objects.of([(50, 40, 80, 60, 0, 1)]))
    random = np.random.default_rng(1)

    for _ in range(20):
        changed = Augmentation(mosaic=1, zoom=1).sample([crowd], 0, random)
        assert changed.objects.ignored.all()


def test_colours_change_each_picture_by_its_own_matrix():
    pictures = torch.rand(3, 3, 8, 8)
    matrices, offsets = map(torch.from_numpy, color_changes(3, np.random.default_rng(1)))

    changed = recolored(pictures.clone(), matrices, offsets)

    expected = torch.einsum("bdc,bchw->bdhw", matrices, pictures) + offsets[:, :, None, None]
    assert torch.allclose(changed, expected.clamp(0, 1), atol=1e-5)


def test_the_same_seed_gives_the_same_batches_and_the_last_ones_are_calm():
    samples = [marked([(i, 40, 80, 60)]) for i in range(8)]
    plan = Plan(epochs=5, batch=4, calm=0.2)

    def pixels(seed):
        return [b.pictures for b in batches(samples, plan, Augmentation(1, 1), seed)]

    once, again, other = pixels(1), pixels(1), pixels(2)
    assert len(once) == 10
    assert all(torch.equal(a, b) for a, b in zip(once, again, strict=True))
    assert not torch.equal(once[0], other[0])
