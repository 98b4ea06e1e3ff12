import numpy as np
import pytest
import shapes

from vedette_training.coco import CocoSet, DataError
from vedette_training.pictures import PADDING, Placement, Size, letterboxed, resized


def test_a_letterbox_lies_in_the_middle_and_comes_back():
    place = Placement.of(640, 360, Size(448, 256))
    box = np.array([[10.0, 20, 300, 340]])

    assert (place.left, place.top, place.width, place.height) == (0, 2, 448, 252)
    assert place.into(box)[0] == pytest.approx([7, 16, 210, 240])
    assert place.back(place.into(box)) == pytest.approx(box, abs=1e-4)


def test_the_smaller_half_of_the_padding_comes_first():
    assert Placement.of(64, 63, Size(64, 64)).top == 0


def test_a_letterbox_has_grey_around_the_picture(own):
    picture = CocoSet.read(own).pictures[0]

    pixels = letterboxed(picture, Size(160, 128)).pixels

    assert pixels.shape == (128, 160, 3)
    assert (pixels[:16] == PADDING).all()
    assert (pixels[-16:] == PADDING).all()
    assert not (pixels[16:112] == PADDING).all()


@pytest.mark.parametrize("antialias", [False, True])
def test_resizing_a_plain_picture_keeps_its_colour(antialias):
    plain = np.full((40, 60, 3), (10, 128, 250), np.uint8)

    assert (resized(plain, 33, 17, antialias) == (10, 128, 250)).all()


def test_half_the_size_is_the_mean_of_two_and_two():
    pixels = np.arange(4 * 4 * 3, dtype=np.uint8).reshape(4, 4, 3) * 4

    half = resized(pixels, 2, 2)

    means = pixels.reshape(2, 2, 2, 2, 3).mean((1, 3))
    assert np.abs(half - means).max() <= 0.5


def test_a_picture_of_another_size_than_told_is_refused(own):
    root = shapes.read(own)
    root["images"][0]["width"] = 170
    shapes.write(own, root)

    with pytest.raises(DataError, match=r"1.png is 160 x 96 but the annotations say 170 x 96"):
        letterboxed(CocoSet.read(own).pictures[0], Size(96, 64))


def test_a_file_that_is_no_picture_is_refused(own):
    (own / "images" / "1.png").write_text("no picture")

    with pytest.raises(DataError, match=r"1.png cannot be read as a picture"):
        letterboxed(CocoSet.read(own).pictures[0], Size(96, 64))


@pytest.mark.parametrize("text", ["448", "448x", "440x256", "0x0", "ax32"])
def test_a_size_is_two_multiples_of_32(text):
    with pytest.raises(DataError, match=f"Size '{text}'"):
        Size.parse(text)
