import ast
import hashlib

import numpy as np
import onnx
import onnxruntime
import pytest
import torch

from vedette_training.__main__ import main
from vedette_training.coco import DataError
from vedette_training.network import Detector, Finished
from vedette_training.package import Identity, write_network
from vedette_training.pictures import Size
from vedette_training.weights import start_from

SIZE = Size(160, 96)
IDENTITY = Identity("shapes", "1", "Shapes.", "Someone", "Apache-2.0")


def detector(classes, seed=1):
    """One whose normalizations have seen something."""
    torch.manual_seed(seed)
    made = Detector(classes, SIZE).train()
    for _ in range(3):
        made(torch.rand(4, 3, SIZE.height, SIZE.width))
    return made.eval()


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """A network, and its file."""
    made = detector(2)
    file = tmp_path_factory.mktemp("network") / "model.onnx"
    write_network(file, made, ["disc", "square"], SIZE, IDENTITY)
    return made, file


@pytest.mark.parametrize("batch", [1, 3])
def test_onnx_runtime_answers_as_torch_does(written, batch):
    made, file = written
    pictures = torch.rand(batch, 3, SIZE.height, SIZE.width)

    session = onnxruntime.InferenceSession(file, providers=["CPUExecutionProvider"])
    (answer,) = session.run(["output"], {"images": pictures.numpy()})

    with torch.no_grad():
        expected = Finished(made)(pictures).numpy()
    assert answer.shape == (batch, 6, 24 * 40 + 12 * 20 + 6 * 10)
    np.testing.assert_allclose(answer, expected, rtol=1e-4, atol=1e-4)


def test_the_file_tells_its_classes_whose_it_is_and_any_batch(written):
    _, file = written
    model = onnx.load(file)

    told = {entry.key: entry.value for entry in model.metadata_props}
    assert ast.literal_eval(told["names"]) == {0: "disc", 1: "square"}
    assert (told["author"], told["license"]) == ("Someone", "Apache-2.0")
    sides = [side.dim_param or side.dim_value for side in _sides(model.graph.input[0])]
    assert sides == ["batch", 3, 96, 160]
    assert [side.dim_param or side.dim_value for side in _sides(model.graph.output[0])] == [
        "batch",
        6,
        1260,
    ]


def _sides(value):
    return value.type.tensor_type.shape.dim


def test_training_goes_on_from_a_file_with_the_classes_it_knows(written):
    made, file = written
    other = detector(3, seed=2)
    fresh = other.heads[0].classes.weight.clone()

    shared = start_from(other, ["triangle", "square", "bus"], file)

    assert shared == ["square"]
    for name, value in made.state_dict().items():
        if ".classes." not in name and value.dtype.is_floating_point:
            assert torch.equal(other.state_dict()[name], value), name
    mine, theirs = other.heads[0].classes.weight, made.heads[0].classes.weight
    assert torch.equal(mine[1], theirs[1])
    assert torch.equal(mine[[0, 2]], fresh[[0, 2]])


def test_training_goes_on_with_the_same_classes_exactly(written):
    made, file = written
    other = detector(2, seed=2)

    start_from(other, ["disc", "square"], file)

    picture = torch.rand(1, 3, SIZE.height, SIZE.width)
    with torch.no_grad():
        assert torch.equal(other.eval()(picture), made(picture))


def test_a_file_of_another_maker_is_refused(tmp_path):
    file = tmp_path / "model.onnx"
    with pytest.raises(DataError, match="does not exist"):
        start_from(detector(2), ["disc", "square"], file)
    file.write_bytes(b"no graph")
    with pytest.raises(DataError, match="is not an ONNX file that this trainer wrote"):
        start_from(detector(2), ["disc", "square"], file)


def test_a_network_of_other_weights_is_refused(written, tmp_path):
    model = onnx.load(written[1])
    kept = [i for i in model.graph.initializer if "neck.mix.0" not in i.name]
    del model.graph.initializer[:]
    model.graph.initializer.extend(kept)
    onnx.save(model, tmp_path / "model.onnx")

    with pytest.raises(DataError, match=r"has no weights 'neck.mix.0.0.weight'"):
        start_from(detector(2), ["disc", "square"], tmp_path)


def test_training_writes_a_whole_package_from_which_another_one_starts(drawn, tmp_path, capsys):
    words = [
        "train",
        "--data",
        str(drawn),
        "--val",
        str(drawn),
        "--size",
        "96x64",
        "--threads",
        "1",
    ]
    words += ["--epochs", "1", "--batch", "8", "--precision", "float32", "--author", "Someone"]
    words += ["--description", "Finds shapes."]
    one, two = tmp_path / "shapes" / "1", tmp_path / "shapes" / "2"

    assert main([*words, "--name", "shapes", "--output", str(one)]) == 0
    again = ["--name", "shapes", "--version", "2", "--output", str(two), "--start-from", str(one)]
    assert main([*words, *again]) == 0

    files = sorted(file.name for file in one.iterdir())
    assert files == ["README.md", "labels.txt", "model.onnx", "model.yaml"]
    assert (one / "labels.txt").read_text() == "disc\nsquare\n"
    described = (one / "model.yaml").read_text()
    assert hashlib.sha256((one / "model.onnx").read_bytes()).hexdigest() in described
    assert "width: 96\n" in described
    card = (one / "README.md").read_text()
    for told in ("Finds shapes.", "Someone", "Apache-2.0", "| disc |", "| square |", "seed 1"):
        assert told in card
    assert "which knows ['disc', 'square']" in capsys.readouterr().out
    assert main(["evaluate", "--package", str(two), "--val", str(drawn)]) == 0
