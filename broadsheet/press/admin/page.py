"""The files of the page /admin/."""

import json
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from broadsheet.press.admin.desk_pages import DeskPage
from broadsheet.press.admin.form import manuscript_form
from broadsheet.press.admin.labels import field_labels
from broadsheet.press.admin.vendored import ADMIN, read_vendored
from broadsheet.press.paper.settings import TRIAL, Paper

_OURS = ("admin.css", "admin.js")
# Sveltia CMS makes styles while it runs, reads pictures as data and blobs, and talks to GitHub alone.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    "img-src 'self' blob: data: https://avatars.githubusercontent.com; "
    "connect-src 'self' blob: data: https://api.github.com; base-uri 'none'; form-action 'none'"
)
_PAGE = """\
<!DOCTYPE html>
<html lang="{lang}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="{policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>{title}</title>
    <link rel="cms-config-url" type="application/json" href="config.json">
    <link rel="stylesheet" href="admin.css">
  </head>
  <body>
    <noscript>
      <h1>{title}</h1>
      <p>{no_script}</p>
    </noscript>
    <script src="admin.js"></script>
    <script src="sveltia-cms.js"></script>
  </body>
</html>
"""


def admin_files(paper: Paper, content: Path, pages: Sequence[DeskPage]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the page with their paths below output/, or none for a paper without ADMIN.

    `content` is the folder of manuscripts as the repository has it, `pages` are those whose articles the form edits.
    Raises PressError where a file in admin/ is missing or another one.
    """
    if not paper.admin:
        return
    labels = field_labels(paper.default_lang)
    words = {"title": escape(paper.sitename), "no_script": labels["no_script"]}
    page = _PAGE.format(lang=paper.default_lang, policy=_POLICY, **words)
    config = json.dumps(_config(paper, content, pages, labels), ensure_ascii=False, indent=1)
    yield f"{ADMIN}/index.html", page.encode()
    yield f"{ADMIN}/config.json", config.encode()
    for name in _OURS:
        yield f"{ADMIN}/{name}", Path(__file__).with_name(name).read_bytes()
    for name, data in read_vendored(Path(ADMIN)).items():
        yield f"{ADMIN}/{name}", data


def _config(
    paper: Paper, content: Path, pages: Sequence[DeskPage], labels: Mapping[str, str]
) -> dict[str, Any]:
    """Return the configuration of Sveltia CMS: a collection for each printed page, so that an article lands there."""
    form = manuscript_form(labels)
    backend = {"name": "github", "repo": paper.admin, "auth_methods": ["token"]}
    return {
        "backend": {"name": TRIAL} if paper.admin == TRIAL else backend,
        "app_title": paper.sitename,
        "media_folder": content.as_posix(),
        "editor": {"preview": False},
        "output": {"omit_empty_optional_fields": True},
        "collections": [_collection(paper, content, page, form, labels["order"]) for page in pages],
    }


def _collection(
    paper: Paper, content: Path, page: DeskPage, form: list[dict[str, Any]], order: str
) -> dict[str, Any]:
    return {
        "name": page.folder.replace("/", "-"),
        "label": f"{page.date[5:]} {paper.words.page_name(page.number, page.name)}",
        "folder": f"{content.as_posix()}/{page.folder}",
        "slug": {"editable": ["create"], "hint": order, "pattern": ["^[0-9]{2,5}$", order]},
        "delete": False,  # readers' links: an article that is out goes by `inv withdraw`
        "media_folder": "",
        "public_folder": "",
        "summary": "{{slug}} {{title}}",
        "sortable_fields": {"fields": ["slug"]},
        "fields": form,
    }
