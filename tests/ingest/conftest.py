from pathlib import Path

import pytest
from hypothesis import settings

from tests.ingest.newsroom import Newsroom

# The same examples on every machine, and no clock: a slow day in CI is not a bug.
INGEST = settings(derandomize=True, deadline=None, database=None)
settings.register_profile("ingest", INGEST)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-goldens",
        action="store_true",
        help="make the goldens anew from what ingest does now; read the difference before you commit it",
    )


@pytest.fixture
def rewrites(request: pytest.FixtureRequest) -> bool:
    """Whether to rewrite goldens. The option is known only where pytest was started on a folder of these tests."""
    return bool(request.config.getoption("--rewrite-goldens", default=False))


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path)
