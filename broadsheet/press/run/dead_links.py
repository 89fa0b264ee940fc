"""What is said of a link that leads nowhere: its place in the text, why it is dead, and what to do."""

import posixpath
import re
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from broadsheet.manuscript.files import read_utf8
from broadsheet.manuscript.located import Place
from broadsheet.manuscript.place import address_of, article_path
from broadsheet.manuscript.reader import read_article
from broadsheet.model.address import Address
from broadsheet.model.article import Status
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding, Severity
from broadsheet.press.copy.text_links import TextLink
from broadsheet.press.plan.inputs import Inputs

_MEND = "mend the link, or take it out"


def dead_link(link: TextLink, inputs: Inputs, severity: Severity) -> Finding:
    """Return the finding about `link`, whose target the site has not."""
    why, hint = _cause(link, inputs)
    line, column = _place_of(link.named, Path(link.path))
    message = f"`{link.named}` leads nowhere{why}"
    return Finding("dead-link", link.path, message, hint, line, column, severity)


def _cause(link: TextLink, inputs: Inputs) -> tuple[str, str]:
    """Return why the site has no such page, as far as it can be said, and what to do."""
    if file := _address(posixpath.join(posixpath.dirname(link.path), unquote(link.named))):
        return ": it names a file", f"write the address of the article: {file.href}"
    address = _address(f"{link.target}.md")
    if address is None:
        is_host = re.match(r"[\w-]+(?:\.[\w-]+)+(?:/|\Z)", link.named)
        return "", f"{_MEND}; a link to another site begins with https://" if is_host else _MEND
    if address.parts[0] in inputs.early and not inputs.settings.get("PREVIEW"):
        return f": the edition of {address.date} is not published before its day", f"{_MEND} until then"
    plain = inputs.content / article_path(address)
    for manuscript in (*plain.parent.glob(plain.name), *plain.parent.glob(f"{plain.stem}-*.md")):
        article = read_article(manuscript).article
        if article.status is not Status.PUBLISHED:
            return f": {manuscript} has status {article.status}", "publish that article, or take the link out"
        if inputs.clock.is_held(address.date, article.publish_at):
            return f": {manuscript} is not published before its `publish_at`", f"{_MEND} until then"
    return "", f"{_MEND}; to see all articles of an edition: inv list {address.date}"


def _address(path: str) -> Address | None:
    """Return the address of the manuscript at `path`, or None for any other path."""
    try:
        return address_of(PurePosixPath(posixpath.normpath(path)))
    except ManuscriptError:
        return None


def _place_of(named: str, manuscript: Path) -> Place:
    """Return the first place of the target `named` in `manuscript`: in brackets, or behind the name of a reference."""
    words = "|".join(map(re.escape, dict.fromkeys((named, unquote(named)))))
    text = read_utf8(manuscript)
    found = re.search(rf"(?<=[(<:\s])(?:{words})(?=[)>\s\"']|\Z)", text)
    if not found:
        return Place(0, 0)
    start = found.start()
    return Place(text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
