"""Examples to report on."""

import pytest
from example_models import model_file

import tocmodel
from tocmodel import TheoryOfChange


@pytest.fixture(params=["pembury", "blackpool-resilience-revolution", "imagined-zone"])
def example(request: pytest.FixtureRequest) -> TheoryOfChange:
    """One of three examples."""
    return tocmodel.load(model_file(request.param))
