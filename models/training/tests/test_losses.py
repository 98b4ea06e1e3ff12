import pytest
import torch

from vedette_training.assignment import candidates
from vedette_training.losses import Truth, losses
from vedette_training.network import Detector
from vedette_training.pictures import Size


@pytest.fixture
def detector():
    torch.manual_seed(1)
    return Detector(2, Size(96, 64))


def said(detector, boxes, logit=-8.0):
    """Numbers that say `logit` of everything, and give every cell the box that is nearest."""
    centers = (detector.cells * detector.strides).T
    middles = (boxes[:, :2] + boxes[:, 2:]) / 2
    nearest = torch.cdist(centers, middles).argmin(1)
    extents = (boxes[:, 2:] - boxes[:, :2])[nearest]
    numbers = torch.full((1, 6, len(centers)), logit)
    numbers[0, :4] = torch.cat([middles[nearest], extents], 1).T
    return numbers.requires_grad_()


def truth(boxes, labels, ignored=None):
    ignored = [False] * len(labels) if ignored is None else ignored
    return Truth(boxes, torch.tensor(labels), torch.tensor(ignored))


def of(detector, numbers, truth):
    return losses(numbers, [truth], detector.cells, detector.strides)


def test_right_boxes_cost_nothing_and_shifted_ones_something(detector):
    boxes = torch.tensor([[8.0, 8, 40, 40]])
    shifted = said(detector, boxes + 4)

    right = of(detector, said(detector, boxes), truth(boxes, [1]))
    wrong = of(detector, shifted, truth(boxes, [1]))

    assert right.boxes.item() == pytest.approx(0, abs=1e-4)
    assert wrong.boxes > 0.1


def test_the_class_of_an_object_is_wanted_of_its_cells_and_no_other_class(detector):
    boxes = torch.tensor([[8.0, 8, 40, 40]])
    numbers = said(detector, boxes)

    of(detector, numbers, truth(boxes, [1])).total.backward()

    wanted = numbers.grad[0, 5] < 0
    centers, strides = (detector.cells * detector.strides).T, detector.strides[0]
    assert wanted.sum() == 10
    assert candidates(centers, strides, boxes)[0][wanted].all()
    assert (numbers.grad[0, 4] > 0).all()


def test_a_picture_with_nothing_in_it_teaches_silence(detector):
    nothing = truth(torch.zeros(0, 4), [])
    numbers = said(detector, torch.tensor([[8.0, 8, 40, 40]]), logit=2.0)

    loss = of(detector, numbers, nothing)
    loss.total.backward()

    assert loss.boxes.item() == 0
    assert (numbers.grad[0, 4:] > 0).all()


def test_cells_in_an_ignored_object_are_neither_right_nor_wrong_in_its_class(detector):
    boxes = torch.tensor([[8.0, 8, 40, 40]])
    numbers = said(detector, boxes, logit=2.0)

    of(detector, numbers, truth(boxes, [1], [True])).total.backward()

    centers = (detector.cells * detector.strides).T
    inside = ((centers > 8) & (centers < 40)).all(1)
    assert (numbers.grad[0, 5, inside] == 0).all()
    assert (numbers.grad[0, 4, inside] > 0).all()
    assert (numbers.grad[0, :4] == 0).all()


def test_an_object_within_an_ignored_one_is_still_looked_for(detector):
    boxes = torch.tensor([[8.0, 8, 40, 40], [0, 0, 96, 64]])
    numbers = said(detector, boxes[:1])

    of(detector, numbers, truth(boxes, [1, 1], [False, True])).total.backward()

    assert (numbers.grad[0, 5] < 0).sum() == 10


def test_a_whole_network_has_a_gradient_everywhere(detector):
    picture = torch.rand(2, 3, 64, 96)
    one = truth(torch.tensor([[8.0, 8, 40, 40], [50, 20, 90, 60]]), [0, 1])

    numbers = detector.train()(picture)
    losses(numbers, [one, one], detector.cells, detector.strides).total.backward()

    lacking = [n for n, p in detector.named_parameters() if p.grad is None]
    assert lacking == []
    assert all(torch.isfinite(p.grad).all() for p in detector.parameters())
