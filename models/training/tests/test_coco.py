import pytest
import shapes

from vedette_training.coco import CocoSet, DataError


def spoilt(folder, change):
    root = shapes.read(folder)
    change(root)
    shapes.write(folder, root)


def test_reads_boxes_as_corners_and_classes_by_the_order_of_their_ids(own):
    coco = CocoSet.read(own)

    first = shapes.read(own)["annotations"][0]
    x, y, width, height = first["bbox"]
    assert coco.names == ["disc", "square"]
    assert coco.category_ids == [3, 7]
    assert coco.pictures[0].objects.boxes[0].tolist() == [x, y, x + width, y + height]
    assert coco.pictures[0].objects.labels[0] == [3, 7].index(first["category_id"])


def test_a_crowd_is_ignored(own):
    spoilt(own, lambda root: [a.update(iscrowd=int(a["id"] == 1)) for a in root["annotations"]])

    ignored = [p.objects.ignored.tolist() for p in CocoSet.read(own).pictures]

    assert ignored[0][0]
    assert sum(map(sum, ignored)) == 1


def test_a_picture_with_nothing_in_it_is_kept(own):
    spoilt(own, lambda root: root["annotations"].clear())

    pictures = CocoSet.read(own).pictures

    assert [len(p.objects) for p in pictures] == [0, 0, 0]
    assert pictures[0].objects.boxes.shape == (0, 4)


def test_a_box_that_reaches_a_little_outside_is_cut(own):
    spoilt(own, lambda root: root["annotations"][0].update(bbox=[-1.5, 0, 30, 96.5]))

    assert CocoSet.read(own).pictures[0].objects.boxes[0].tolist() == [0, 0, 28.5, 96]


def test_other_orders_of_the_classes_are_followed(own):
    coco = CocoSet.read(own)

    other = coco.named(["square", "bus", "disc"])

    swapped = [2 - 2 * label for label in coco.pictures[0].objects.labels]
    assert other.pictures[0].objects.labels.tolist() == swapped
    assert other.category_ids == [7, -1, 3]


def test_a_class_that_the_model_lacks_is_refused(own):
    with pytest.raises(DataError, match=r"classes \['square'\] are not among .* \['disc'\]"):
        CocoSet.read(own).named(["disc"])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda r: r.pop("categories"), "'categories' must be a list"),
        (lambda r: r["categories"].clear(), "'categories' is empty"),
        (lambda r: r["categories"][0].pop("name"), "needs an 'id' and a 'name'"),
        (lambda r: r["categories"][0].update(id=7), "ids and names once each"),
        (lambda r: r["images"].clear(), "'images' is empty"),
        (lambda r: r["images"][0].pop("width"), "has no 'width'"),
        (lambda r: r["annotations"][0].update(image_id=99), "annotation 1: image_id 99 is not"),
        (
            lambda r: r["annotations"][0].update(category_id=1),
            r"category_id 1 is not one of \[3, 7",
        ),
        (lambda r: r["annotations"][0].update(bbox=[1, 2, 3]), "bbox must be x, y, width, height"),
        (lambda r: r["annotations"][0].update(bbox=[1, 2, 0, 9]), r"above 0, but is \[1, 2, 0, 9"),
        (
            lambda r: r["annotations"][0].update(bbox=[150, 2, 20, 9]),
            r"bbox \[150, 2, 20, 9\] reaches outside of 1.png, which is 160 x 96",
        ),
        (lambda r: r["images"][0].update(file_name="gone.png"), "gone.png does not exist"),
    ],
)
def test_bad_annotations_are_told_by_subject_value_and_rule(own, change, message):
    spoilt(own, change)

    with pytest.raises(DataError, match=message):
        CocoSet.read(own)


def test_all_problems_are_told_at_once(own):
    def spoil(root):
        for annotation in root["annotations"][:2]:
            annotation["bbox"] = None

    spoilt(own, spoil)

    with pytest.raises(DataError, match=r"(?s)annotation 1: .*annotation 2: "):
        CocoSet.read(own)


def test_a_folder_without_annotations_and_one_without_json_are_refused(tmp_path):
    with pytest.raises(DataError, match=r"annotations.json does not exist"):
        CocoSet.read(tmp_path)
    (tmp_path / "annotations.json").write_text("{")
    with pytest.raises(DataError, match="is not JSON"):
        CocoSet.read(tmp_path)
