import torch

from vedette_training.assignment import assign, candidates
from vedette_training.network import Detector
from vedette_training.pictures import Size

SIZE = Size(96, 64)


def grid():
    detector = Detector(2, SIZE)
    return (detector.cells * detector.strides).T, detector.strides[0]


def test_cells_of_a_box_are_those_whose_centre_is_in_it():
    centers, strides = grid()

    inside = candidates(centers, strides, torch.tensor([[0.0, 0, 64, 64]]))[0]

    assert inside[strides == 4].sum() == 256
    assert inside[strides == 8].sum() == 64
    assert inside[strides == 16].sum() == 16


def test_the_smallest_box_has_cells_of_every_stride():
    centers, strides = grid()

    inside = candidates(centers, strides, torch.tensor([[41.0, 30, 42, 31]]))[0]

    assert {4, 8, 16} == set(strides[inside].tolist())
    assert (centers[inside & (strides == 4)] - torch.tensor([41.5, 30.5])).abs().max() < 4


def assigned(found, boxes, labels):
    centers, strides = grid()
    scores = torch.full((len(centers), 2), 0.5)
    inside = candidates(centers, strides, boxes)
    return assign(scores, found, inside, boxes, labels), inside


def test_the_best_cell_is_to_score_as_its_box_overlaps():
    boxes, labels = torch.tensor([[8.0, 8, 40, 40]]), torch.tensor([1])
    centers, _ = grid()
    found = torch.cat([centers - 4, centers + 4], 1)
    # One candidate sees three quarters of it, all others little.
    best = int(candidates(*grid(), boxes)[0].nonzero()[0])
    found[best] = torch.tensor([8.0, 8, 40, 32])

    made, inside = assigned(found, boxes, labels)

    assert made.targets[made.cells == best].item() == torch.tensor(0.75).item()
    assert made.targets.max() == made.targets[made.cells == best]
    assert inside[0][made.cells].all()
    assert len(made.cells) == 10


def test_a_cell_that_two_objects_claim_belongs_to_the_one_it_overlaps_most():
    boxes = torch.tensor([[8.0, 8, 40, 40], [8, 8, 44, 44]])
    centers, _ = grid()
    found = boxes[1].expand(len(centers), 4).clone()

    made, _ = assigned(found, boxes, torch.tensor([0, 1]))

    assert len(set(made.cells.tolist())) == len(made.cells)
    assert (made.objects == 1).sum() == 10
    assert (made.targets[made.objects == 1] > 0.99).all()


def test_an_object_whose_cells_see_nothing_yet_still_has_cells_of_no_weight():
    centers, _ = grid()
    found = torch.full((len(centers), 4), -50.0)

    made, _ = assigned(found, torch.tensor([[8.0, 8, 40, 40]]), torch.tensor([0]))

    assert len(made.cells) == 10
    assert (made.targets == 0).all()
