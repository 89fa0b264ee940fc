"""Lighthouse on a telephone: every kind of page that readers get, as Google judges it, and some in other languages.

Its fourth score, performance, is a time, which a busy machine spoils; `test_standards.py` holds what makes it: bytes.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import CHROMIUM, OPTIONS, PAGE_KINDS, serve
from tests.printed import ROOT

pytestmark = pytest.mark.browser

LIGHTHOUSE = ROOT / "tests/node/lighthouse.mjs"
CATEGORIES = ("accessibility", "best-practices", "seo")
ELSEWHERE = {
    "en": ("/", "/2024-05-06/01/01/", "/archive/", "/about/"),
    "zh-Hant": ("/2024-05-06/01/", "/2024-05-06/01/01/", "/2024-05-06/all/", "/sections/"),
}
"""Kinds of pages shared out between the papers that show other languages."""


def failed_audits(addresses: Iterable[str]) -> dict[str, list[str]]:
    """The audits that some pages fail, by address; nothing where all is well."""
    command = ["node", str(LIGHTHOUSE), ",".join(CATEGORIES), " ".join(OPTIONS), *addresses]
    chromium = {"CHROME_PATH": shutil.which(CHROMIUM) or ""}
    answer = subprocess.run(
        command, env={**os.environ, **chromium}, check=True, capture_output=True, encoding="utf-8"
    )
    found: dict[str, list[str]] = json.loads(answer.stdout)
    return {address: failed for address, failed in found.items() if failed}


def test_lighthouse_finds_nothing(published_paper: str) -> None:
    assert failed_audits(published_paper + page for page in PAGE_KINDS) == {}


@pytest.fixture(params=ELSEWHERE)
def pages_elsewhere(language_sites: dict[str, Path], request: pytest.FixtureRequest) -> Iterator[list[str]]:
    for address in serve(language_sites[request.param]):
        yield [address + page for page in ELSEWHERE[request.param]]


def test_lighthouse_finds_nothing_in_other_languages(pages_elsewhere: list[str]) -> None:
    assert failed_audits(pages_elsewhere) == {}
