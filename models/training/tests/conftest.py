import pytest
import shapes
import torch


@pytest.fixture(scope="session", autouse=True)
def one_thread():
    torch.set_num_threads(1)


@pytest.fixture(scope="session")
def drawn(tmp_path_factory):
    """Sixteen pictures of shapes, to read only."""
    return shapes.draw(tmp_path_factory.mktemp("shapes") / "set", 16, seed=1)


@pytest.fixture
def own(tmp_path):
    """Three pictures of shapes, to spoil."""
    return shapes.draw(tmp_path / "own", 3, seed=2)
