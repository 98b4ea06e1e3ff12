"""The card of a model: what it was made of, how, and how good it is."""

from dataclasses import dataclass

import numpy as np

from vedette_training.coco import CocoSet
from vedette_training.evaluation import Figures
from vedette_training.package import Identity
from vedette_training.pictures import Size


@dataclass(frozen=True)
class Making:
    """How a model came about.

    commands: what was typed, so that someone else can do it again.
    notes: what else is to be known of the data; limits too.
    """

    commands: list[str]
    seed: int
    steps: int
    minutes: float
    parameters: int
    bytes: int
    notes: str


def card(
    identity: Identity,
    size: Size,
    learnt: CocoSet,
    held_out: CocoSet,
    figures: Figures,
    how: Making,
) -> str:
    """The text of ``README.md``."""
    commands = "\n".join(how.commands)
    notes = f"\n{how.notes.strip()}\n" if how.notes.strip() else ""
    return f"""# {identity.name} {identity.version}

{identity.description}

| | |
|---|---|
| classes | {", ".join(learnt.names)} |
| input | {size.width} × {size.height}, RGB, letterbox in the middle |
| output | finished boxes, format `yolov8`, any batch |
| network | 3 × 3 convolutions, strides 4, 8 and 16, no anchors; {how.parameters:,} weights, \
{how.bytes / 1e6:.1f} MB |
| author | {identity.author} |
| licence | {identity.licence} |

## How good it is

On {len(held_out.pictures):,} pictures that it was not trained with, by COCO's metric \
(confidence .001, overlap .65, at most 100 boxes in a picture):

| class | objects | AP | AP50 |
|---|---|---|---|
| **all** | {sum(c.objects for c in figures.classes):,} | **{figures.ap:.3f}** \
| **{figures.ap50:.3f}** |
{_rows(figures)}

The threshold of `model.yaml` is the score from which on F1.5, in which recall weighs half as \
much again as precision, is best, over all classes.

## How it was made

From {len(learnt.pictures):,} pictures, {how.steps:,} steps, seed {how.seed}, \
{how.minutes:.0f} minutes. Nothing was learnt beforehand unless the command says `--start-from`.

```sh
{commands}
```
{notes}"""


def _rows(figures: Figures) -> str:
    return "\n".join(
        f"| {c.name} | {c.objects:,} | {_number(c.ap)} | {_number(c.ap50)} |"
        for c in figures.classes
    )


def _number(value: float) -> str:
    return "–" if np.isnan(value) else f"{value:.3f}"
