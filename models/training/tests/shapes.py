"""Draws sets of coloured shapes, so that the tests need no data."""

import json
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

COLORS = {"disc": (220, 40, 40), "square": (40, 70, 220)}


def draw(folder: Path, count: int, seed: int, width: int = 160, height: int = 96) -> Path:
    """A set of `count` pictures with two or three shapes each; one shape in ten is a crowd."""
    random = np.random.default_rng(seed)
    (folder / "images").mkdir(parents=True)
    images, annotations = [], []
    for id in range(1, count + 1):
        image = Image.new("RGB", (width, height), tuple(random.integers(60, 200, 3).tolist()))
        for _ in range(random.integers(2, 4)):
            name, category = [("disc", 3), ("square", 7)][random.integers(2)]
            side = int(random.integers(14, 40))
            x, y = int(random.integers(width - side)), int(random.integers(height - side))
            pen = ImageDraw.Draw(image)
            shape = pen.ellipse if name == "disc" else pen.rectangle
            shape((x, y, x + side - 1, y + side - 1), fill=COLORS[name])
            annotations.append(
                {
                    "id": len(annotations) + 1,
                    "image_id": id,
                    "category_id": category,
                    "bbox": [x, y, side, side],
                    "area": side * side,
                    "iscrowd": int(random.random() < 0.1),
                }
            )
        image.save(folder / "images" / f"{id}.png")
        images.append({"id": id, "file_name": f"{id}.png", "width": width, "height": height})
    categories = [{"id": 3, "name": "disc"}, {"id": 7, "name": "square"}]
    write(folder, {"images": images, "categories": categories, "annotations": annotations})
    return folder


def write(folder: Path, annotations: dict) -> None:
    (folder / "annotations.json").write_text(json.dumps(annotations))


def read(folder: Path) -> dict:
    return json.loads((folder / "annotations.json").read_text())
