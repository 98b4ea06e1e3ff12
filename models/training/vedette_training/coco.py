"""Reads what is to be learnt: a folder with ``annotations.json`` in COCO's form and ``images/``."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

ANNOTATIONS = "annotations.json"
IMAGES = "images"

OUTSIDE = 2.0
"""Pixels that a box may reach beyond its picture, for tools round in different ways."""

SHOWN_PROBLEMS = 10


class DataError(ValueError):
    """Data that cannot be used; the message names the subject, the value and the rule."""


@dataclass(frozen=True)
class Objects:
    """What is in one picture.

    boxes: float32 ``[n, 4]``, left, top, right, bottom in pixels.
    labels: int64 ``[n]``, the index of the class.
    ignored: bool ``[n]``; COCO's ``iscrowd``: neither to be found nor to be missed there.
    """

    boxes: np.ndarray
    labels: np.ndarray
    ignored: np.ndarray

    @staticmethod
    def of(rows: list[tuple]) -> "Objects":
        """From rows of left, top, right, bottom, label, ignored."""
        table = np.array(rows, np.float32).reshape(-1, 6)
        return Objects(table[:, :4], table[:, 4].astype(np.int64), table[:, 5] > 0)

    @staticmethod
    def joined(parts: list["Objects"]) -> "Objects":
        return Objects(
            np.concatenate([part.boxes for part in parts]),
            np.concatenate([part.labels for part in parts]),
            np.concatenate([part.ignored for part in parts]),
        )

    def __getitem__(self, chosen: np.ndarray) -> "Objects":
        return Objects(self.boxes[chosen], self.labels[chosen], self.ignored[chosen])

    def __len__(self) -> int:
        return len(self.labels)


@dataclass(frozen=True)
class Picture:
    """One picture of the set, and what is in it."""

    id: int
    file: Path
    width: int
    height: int
    objects: Objects


@dataclass(frozen=True)
class CocoSet:
    """Pictures with what is to be seen in them; ``names`` are the classes in the order of their
    ids in the file, which ``category_ids`` holds."""

    folder: Path
    names: list[str]
    category_ids: list[int]
    pictures: list[Picture]

    @property
    def annotations(self) -> Path:
        return self.folder / ANNOTATIONS

    @staticmethod
    def read(folder: Path | str) -> "CocoSet":
        """Reads and checks all but the pixels; all problems are told at once."""
        folder = Path(folder)
        root = _json(folder / ANNOTATIONS)
        names, ids = _categories(folder / ANNOTATIONS, root["categories"])
        images = {image["id"]: image for image in root["images"]}
        problems = _missing_files(folder, images)
        rows: dict[int, list[tuple]] = {id: [] for id in images}
        for annotation in root["annotations"]:
            problem, row = _object(annotation, images, ids)
            if problem:
                problems.append(problem)
            else:
                rows[annotation["image_id"]].append(row)
        if problems:
            raise DataError(_told(folder / ANNOTATIONS, problems))
        pictures = [_picture(folder, image, rows[id]) for id, image in images.items()]
        return CocoSet(folder, names, ids, pictures)

    def named(self, names: list[str]) -> "CocoSet":
        """The same with the classes in another order; classes without a name there are refused."""
        unknown = [name for name in self.names if name not in names]
        if unknown:
            raise DataError(
                f"{self.annotations}: classes {unknown} are not among those of the model: {names}."
            )
        order = np.array([names.index(name) for name in self.names], np.int64)
        ids = dict(zip(self.names, self.category_ids, strict=True))
        pictures = [
            Picture(p.id, p.file, p.width, p.height, _renumbered(p.objects, order))
            for p in self.pictures
        ]
        return CocoSet(self.folder, list(names), [ids.get(name, -1) for name in names], pictures)


def _renumbered(objects: Objects, order: np.ndarray) -> Objects:
    return Objects(objects.boxes, order[objects.labels], objects.ignored)


def _picture(folder: Path, image: dict, rows: list[tuple]) -> Picture:
    file = folder / IMAGES / image["file_name"]
    return Picture(image["id"], file, image["width"], image["height"], Objects.of(rows))


def _json(file: Path) -> dict:
    try:
        root = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise DataError(f"{file} does not exist; it holds the annotations.") from None
    except ValueError as e:
        raise DataError(f"{file} is not JSON: {e}.") from None
    for key in ("images", "categories", "annotations"):
        if not isinstance(root, dict) or not isinstance(root.get(key), list):
            raise DataError(f"{file}: '{key}' must be a list, as COCO has it, but is missing.")
        if key != "annotations" and not root[key]:
            raise DataError(f"{file}: '{key}' is empty; at least one is needed.")
    for image in root["images"]:
        for key in ("id", "file_name", "width", "height"):
            if key not in image:
                raise DataError(f"{file}: image {image} has no '{key}'.")
    return root


def _categories(file: Path, categories: list[dict]) -> tuple[list[str], list[int]]:
    try:
        ordered = sorted((category["id"], category["name"]) for category in categories)
    except (KeyError, TypeError):
        raise DataError(f"{file}: each of 'categories' needs an 'id' and a 'name'.") from None
    ids = [id for id, _ in ordered]
    names = [name for _, name in ordered]
    if len(set(ids)) < len(ids) or len(set(names)) < len(names):
        raise DataError(
            f"{file}: 'categories' must have ids and names once each but are {ordered}."
        )
    return names, ids


def _missing_files(folder: Path, images: dict) -> list[str]:
    files = (folder / IMAGES / image["file_name"] for image in images.values())
    return [f"picture {file} does not exist" for file in files if not file.is_file()]


def _object(annotation: dict, images: dict, ids: list[int]) -> tuple[str | None, tuple]:
    """What is wrong with it, or its row."""
    subject = f"annotation {annotation.get('id', '?')}"
    image = images.get(annotation.get("image_id"))
    if image is None:
        return f"{subject}: image_id {annotation.get('image_id')} is not among 'images'", ()
    if annotation.get("category_id") not in ids:
        return f"{subject}: category_id {annotation.get('category_id')} is not one of {ids}", ()
    box = annotation.get("bbox")
    if not _is_box(box):
        return f"{subject}: bbox must be x, y, width, height, above 0, but is {box}", ()
    left, top, right, bottom = box[0], box[1], box[0] + box[2], box[1] + box[3]
    width, height = image["width"], image["height"]
    if min(left, top, width - right, height - bottom) < -OUTSIDE:
        return (
            f"{subject}: bbox {box} reaches outside of {image['file_name']}, "
            f"which is {width} x {height}"
        ), ()
    label = ids.index(annotation["category_id"])
    ignored = bool(annotation.get("iscrowd", 0))
    return None, (max(0, left), max(0, top), min(width, right), min(height, bottom), label, ignored)


def _is_box(box: object) -> bool:
    return (
        isinstance(box, list)
        and len(box) == 4
        and all(isinstance(value, int | float) and np.isfinite(value) for value in box)
        and box[2] > 0
        and box[3] > 0
    )


def _told(file: Path, problems: list[str]) -> str:
    shown = problems[:SHOWN_PROBLEMS]
    more = len(problems) - len(shown)
    rest = f"\n  and {more} more" if more else ""
    return f"{file} cannot be used:\n  " + "\n  ".join(shown) + rest
