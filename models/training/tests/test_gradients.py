import torch

from vedette_training.batches import Batch
from vedette_training.gradients import Gradients
from vedette_training.losses import Truth
from vedette_training.network import Detector
from vedette_training.pictures import Size


def batch(count):
    """The same picture so many times, so that every part sees the same."""
    torch.manual_seed(2)
    picture = torch.rand(1, 3, 64, 96)
    truth = Truth(torch.tensor([[8.0, 8, 40, 40]]), torch.tensor([1]), torch.tensor([False]))
    return Batch(picture.repeat(count, 1, 1, 1), [truth] * count)


def gradients(parts, count=12):
    torch.manual_seed(1)
    detector = Detector(2, Size(96, 64)).train()
    loss = Gradients(detector, parts, bfloat16=False).compute(batch(count))
    return loss, {name: weight.grad for name, weight in detector.named_parameters()}


def test_parts_have_the_gradient_of_the_whole():
    loss, whole = gradients(1)
    half_loss, halves = gradients(2)

    assert torch.allclose(loss.total, half_loss.total, rtol=1e-4)
    assert all(torch.allclose(whole[n], halves[n], rtol=1e-2, atol=1e-4) for n in whole)


def test_parts_share_weights_that_an_optimizer_changes():
    torch.manual_seed(1)
    detector = Detector(2, Size(96, 64)).train()
    both = Gradients(detector, 2, bfloat16=False)
    optimizer = torch.optim.SGD(detector.parameters(), lr=0.01)

    before = both.compute(batch(4)).total
    optimizer.step()

    assert both.compute(batch(4)).total < before


def test_fewer_pictures_than_parts_are_learnt_too():
    loss, found = gradients(4, count=2)

    assert torch.isfinite(loss.total)
    assert all(gradient is not None for gradient in found.values())


def test_a_batch_is_split_into_equal_parts():
    assert [len(part.truths) for part in batch(5).split(2)] == [3, 2]
