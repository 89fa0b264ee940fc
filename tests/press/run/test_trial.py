"""A trial of a build names what the build would refuse, and changes nothing."""

import pytest

from broadsheet.press import build_site, refusals
from broadsheet.press.site import make_site
from tests.press.project import Project

BAD_LINK = "[这里](javascript:alert(1))"


def test_what_a_build_would_refuse_is_named_and_the_next_build_makes_what_it_would_have_made(
    project: Project,
) -> None:
    project.article("2024-05-01/01/01", title="甲")
    project.build()
    before = project.files()
    project.article("2024-05-01/01/02", BAD_LINK, title="乙")
    (refused,) = refusals()
    assert (refused.path, refused.code) == ("content/2024-05-01/01/02.md", "unsafe-link")
    assert project.files() == before
    project.article("2024-05-01/01/02", title="乙")
    assert refusals() == ()
    assert project.files() == before
    assert make_site("pelicanconf.py").pages > 0
    assert "乙" in project.page("/2024-05-01/01/02/")


def test_a_paper_that_was_never_built_still_has_no_site_after_it(project: Project) -> None:
    project.article("2024-05-01/01/01", BAD_LINK, title="甲")
    assert [refused.code for refused in refusals()] == ["unsafe-link"]
    assert not project.output.exists()


@pytest.mark.parametrize("pelican", [False, True])
def test_a_trial_of_many_editions_ends_with_the_settings(project: Project, pelican: bool) -> None:
    for day in range(1, 29):
        project.article(f"2024-05-{day:02d}/01/01", BAD_LINK, title="甲")
    if pelican:
        project.set(ARTICLE_EXCLUDES=["pages"])
    assert refusals() == ()
    project.set(LIST_LENGTH=0)
    assert [refused.code for refused in refusals()] == ["bad-setting"]


def test_it_is_one_with_the_settings_of_the_last_build(project: Project) -> None:
    for day in range(1, 29):
        project.article(f"2024-05-{day:02d}/01/01", title="甲")
    project.monkeypatch.setenv("SITEURL", "https://example.org")
    assert build_site(publish=True) == 0
    project.article("2024-05-28/01/01", BAD_LINK, title="甲")
    assert [refused.code for refused in refusals()] == ["unsafe-link"]
