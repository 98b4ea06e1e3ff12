"""The training itself."""

import copy
import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import torch
from torch import nn

from vedette_training.augmentation import Augmentation
from vedette_training.batches import Plan, batches
from vedette_training.gradients import Gradients
from vedette_training.network import Detector
from vedette_training.pictures import Sample

WEIGHT_DECAY = 0.03
WARM_UP = 300
LAST_RATE = 0.01
GRADIENT = 10.0


@dataclass(frozen=True)
class Settings:
    """How to learn.

    threads: how many parts of a batch are learnt side by side.
    bfloat16: whether convolutions are computed in 16 bits, which is about three times as fast
        where the CPU has AMX.
    """

    plan: Plan
    rate: float = 2e-3
    seed: int = 1
    threads: int = 1
    bfloat16: bool = False
    augmentation: Augmentation = field(default_factory=Augmentation)


@dataclass(frozen=True)
class Progress:
    step: int
    steps: int
    classes: float
    boxes: float
    seconds: float

    def __str__(self) -> str:
        left = self.seconds / self.step * (self.steps - self.step)
        return (
            f"step {self.step} of {self.steps}, loss {self.classes:.3f} + {self.boxes:.3f}, "
            f"{self.seconds:.0f} s, {left:.0f} s left"
        )


class Average:
    """A detector whose weights are the moving average of those of one that learns."""

    def __init__(self, detector: Detector):
        self.detector = copy.deepcopy(detector).eval().requires_grad_(False)
        self.updates = 0

    def update(self, learning: Detector) -> None:
        self.updates += 1
        decay = 0.9995 * (1 - math.exp(-self.updates / 1000))
        mine = self.detector.state_dict()
        for name, value in learning.state_dict().items():
            if value.dtype.is_floating_point:
                mine[name].lerp_(value.detach(), 1 - decay)
            else:
                mine[name].copy_(value)


def train(
    detector: Detector,
    samples: list[Sample],
    settings: Settings,
    tell: Callable[[Progress], None] = print,
    every: int = 100,
    look: Callable[[Detector], None] = lambda average: None,
    looks: int = 1,
) -> Detector:
    """Trains a detector, which is changed, and gives the average of it over the last steps. That
    average can be looked at on the way, so many times in all, the last time when all is done."""
    torch.manual_seed(settings.seed)
    detector.to(memory_format=torch.channels_last).train()
    steps = settings.plan.steps(len(samples))
    optimizer = torch.optim.AdamW(_groups(detector), lr=settings.rate, betas=(0.9, 0.99))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps))
    gradients = Gradients(detector, settings.threads, settings.bfloat16)
    average = Average(detector)
    begin = time.monotonic()
    coming = batches(samples, settings.plan, settings.augmentation, settings.seed)
    for step, batch in enumerate(coming, 1):
        loss = gradients.compute(batch)
        nn.utils.clip_grad_norm_(detector.parameters(), GRADIENT)
        optimizer.step()
        schedule.step()
        average.update(detector)
        if step % every == 0 or step == steps:
            seconds = time.monotonic() - begin
            tell(Progress(step, steps, loss.classes.item(), loss.boxes.item(), seconds))
        if step % math.ceil(steps / looks) == 0 or step == steps:
            look(average.detector)
    return average.detector


def _groups(detector: Detector) -> list[dict]:
    """Weights decay; biases and normalizations do not."""
    matrices = [p for p in detector.parameters() if p.ndim > 1]
    vectors = [p for p in detector.parameters() if p.ndim <= 1]
    return [
        {"params": matrices, "weight_decay": WEIGHT_DECAY},
        {"params": vectors, "weight_decay": 0.0},
    ]


def _rate(step: int, steps: int) -> float:
    """The share of the learning rate: up in a straight line, then down as a cosine."""
    warm_up = min(WARM_UP, steps // 10 + 1)
    if step < warm_up:
        return (step + 1) / warm_up
    done = min(1.0, (step - warm_up) / max(1, steps - warm_up))
    return LAST_RATE + (1 - LAST_RATE) * (1 + math.cos(math.pi * done)) / 2


def has_bfloat16() -> bool:
    """Whether this CPU multiplies matrices of bfloat16 by itself."""
    cpu = Path("/proc/cpuinfo")
    return cpu.exists() and "amx_bf16" in cpu.read_text()
