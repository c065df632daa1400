"""One tiny bundle for the whole session."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.neural_runtime.tiny import write_tiny_bundle


@pytest.fixture(scope="session")
def tiny_models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a bundle of tiny models; do not change it."""
    return write_tiny_bundle(tmp_path_factory.mktemp("bundle") / "models")
