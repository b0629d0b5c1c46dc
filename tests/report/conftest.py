"""``pytest tests/report --update-golden`` writes the golden pages anew instead of holding pages to them."""

import pytest

from report.golden import Golden


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden pages anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    # Run from the root, this file is found too late to add the option; then nothing is updated.
    return Golden(update=bool(request.config.getoption("--update-golden", default=False)))
