from pathlib import Path

import pytest
from hypothesis import settings

from tests.ingest.newsroom import Newsroom

# The same examples on every machine, and no clock: a slow day in CI is not a bug.
INGEST = settings(derandomize=True, deadline=None, database=None)
settings.register_profile("ingest", INGEST)


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path)
