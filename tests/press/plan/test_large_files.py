"""Files of more bytes than a site can show are refused before anything reads them."""

from pathlib import Path

import pytest

from broadsheet.model.errors import PressError
from broadsheet.model.limits import LIMITS, MOST_BYTES, Limits
from broadsheet.press.plan.large_files import limits_of, refuse_large

MOST = Limits(manuscript=20, edition=10)


def test_the_limits_are_those_of_the_settings_or_else_the_defaults() -> None:
    assert limits_of({}) == LIMITS
    assert limits_of({"MANUSCRIPT_BYTES": 5}) == Limits(5, LIMITS.edition)
    assert limits_of({"EDITION_BYTES": 7, "SITENAME": "x"}) == Limits(LIMITS.manuscript, 7)


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("2024-04-15/01/01.md", 20),
        ("about.md", 20),
        ("2024-04-15/edition.yaml", 10),
        ("2024-04-15/01/page.yaml", 10),
        ("2024-04-15/01/a.png", MOST_BYTES),
        ("other.yaml", MOST_BYTES),
        ("edition.yaml", MOST_BYTES),
    ],
)
def test_a_file_may_have_so_many_bytes_and_not_one_more(path: str, most: int) -> None:
    refuse_large([(path, most, 0)], Path("content"), MOST)
    fine = ("2024-04-15/01/02.md", 1, 0)
    with pytest.raises(PressError) as caught:
        refuse_large([fine, (path, most + 1, 0), fine], Path("content"), MOST)
    (finding,) = caught.value.findings
    assert (finding.code, finding.path) == ("too-large", f"content/{path}")
    assert f"has {most + 1:,} bytes, and {most:,} are the most" in finding.message


def test_all_large_files_are_told() -> None:
    stats = [("a.md", 21, 0), ("b.png", MOST_BYTES + 1, 0), ("c/edition.yaml", 11, 0)]
    with pytest.raises(PressError) as caught:
        refuse_large(stats, Path("content"), MOST)
    assert [Path(finding.path).name for finding in caught.value.findings] == ["a.md", "b.png", "edition.yaml"]
