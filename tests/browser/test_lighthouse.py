"""Lighthouse on a telephone: every kind of page that readers get, as Google judges it.

Its fourth score, performance, is a time, which a busy machine spoils; `test_standards.py` holds what makes it: bytes.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.conftest import OPTIONS, PAGE_KINDS, ROOT

pytestmark = pytest.mark.browser

LIGHTHOUSE = ROOT / "tests/node/node_modules/.bin/lighthouse"
CATEGORIES = ("accessibility", "best-practices", "seo")


@pytest.mark.parametrize("page", PAGE_KINDS)
def test_lighthouse_finds_nothing(published_paper: str, tmp_path: Path, page: str) -> None:
    report = tmp_path / "report.json"
    command = [
        str(LIGHTHOUSE),
        published_paper + page,
        "--quiet",
        "--disable-full-page-screenshot",
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags=--headless=new {' '.join(OPTIONS)}",
        "--output=json",
        f"--output-path={report}",
    ]
    chromium = {"CHROME_PATH": shutil.which("chromium") or ""}
    subprocess.run(command, env={**os.environ, **chromium}, check=True, capture_output=True)
    found = json.loads(report.read_text(encoding="utf-8"))
    assert {name: found["categories"][name]["score"] for name in CATEGORIES} == dict.fromkeys(CATEGORIES, 1)
