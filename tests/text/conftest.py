"""The front end with the files that ship, opened once."""

import pytest

from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.neural.runtime.text.front_end import TextFrontEnd


@pytest.fixture(scope="session")
def shared_front() -> TextFrontEnd:
    """Opened once; tests that change it open their own."""
    return TextFrontEnd.open(ModelRegistry())


@pytest.fixture
def front(shared_front: TextFrontEnd) -> TextFrontEnd:
    """The front end as it comes."""
    return shared_front
