import pytest
import torch

from vedette_training.boxes import complete_overlaps, from_centers, overlaps


def test_a_box_has_its_corners_half_an_extent_from_its_centre():
    assert from_centers(torch.tensor([[10.0, 20, 4, 8]])).tolist() == [[8, 16, 12, 24]]


def test_overlap_is_the_shared_area_by_the_joint_one():
    one = torch.tensor([[0.0, 0, 10, 10]])
    others = torch.tensor([[0.0, 0, 10, 10], [5, 0, 15, 10], [20, 20, 30, 30]])

    assert overlaps(one, others)[0].tolist() == pytest.approx([1, 1 / 3, 0], abs=1e-6)


def test_complete_overlap_is_one_for_equal_boxes_and_falls_with_distance_and_shape():
    box = torch.tensor([[0.0, 0, 10, 10]])

    same = complete_overlaps(box, box).item()
    near = complete_overlaps(box, torch.tensor([[12.0, 0, 22, 10]])).item()
    far = complete_overlaps(box, torch.tensor([[40.0, 0, 50, 10]])).item()
    # Both share half of the box with it, and have its centre.
    square = complete_overlaps(box, torch.tensor([[1.4645, 1.4645, 8.5355, 8.5355]])).item()
    flat = complete_overlaps(box, torch.tensor([[0.0, 2.5, 10, 7.5]])).item()

    assert same == pytest.approx(1, abs=1e-5)
    assert 0 > near > far
    assert square > flat


def test_complete_overlap_tells_boxes_apart_that_do_not_touch():
    found = torch.tensor([[40.0, 0, 50, 10]], requires_grad=True)

    complete_overlaps(found, torch.tensor([[0.0, 0, 10, 10]])).sum().backward()

    assert found.grad[0, 0] < 0
    assert torch.isfinite(found.grad).all()
