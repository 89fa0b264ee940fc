from collections.abc import Iterator
from pathlib import Path

import pytest

from broadsheet.press.plan.cache.build_cache import BuildCache


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / ".cache/press.sqlite"


@pytest.fixture
def cache(file: Path) -> Iterator[BuildCache]:
    cache = BuildCache(file)
    yield cache
    cache.close()
