"""Checks of an edition as a whole: its manuscripts beside each other, its edition.yaml and its pictures."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from broadsheet.manuscript.place import EDITION_FILE
from broadsheet.model.finding import Finding, Severity
from broadsheet.proof.archive import Bundle

EditionCheck = Callable[[Bundle], Iterator[Finding]]

_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"})


def same_address(bundle: Bundle) -> Iterator[Finding]:
    """Two manuscripts that would be published at one address."""
    counted = Counter(manuscript.address for manuscript in bundle.manuscripts)
    for manuscript in bundle.manuscripts:
        if counted[manuscript.address] > 1:
            yield Finding(
                code="same-address",
                path=manuscript.path,
                message=f"another manuscript is at {manuscript.address.href} too",
                hint="give one of them another number",
            )


def strangers(bundle: Bundle) -> Iterator[Finding]:
    """A Markdown file that lies where no article can be."""
    known = set(bundle.folder.glob("*/*.md"))
    for path in sorted(set(bundle.folder.rglob("*.md")) - known):
        yield Finding(
            code="bad-path",
            path=str(path),
            message="this path is not an address",
            hint="articles lie at content/<year-month-day>/<page>/<order>.md",
        )


def missing_photo(bundle: Bundle) -> Iterator[Finding]:
    """A photo whose file is not there."""
    for manuscript in bundle.manuscripts:
        for photo in manuscript.article.photos:
            if photo.file and not _photo_path(bundle, Path(manuscript.path), photo.file).is_file():
                yield Finding(
                    code="missing-photo",
                    path=manuscript.path,
                    message=f"there is no file {photo.file}",
                    hint="put it beside the article, or take `file` out: the caption then stands for the photo",
                )


def unused_picture(bundle: Bundle) -> Iterator[Finding]:
    """A picture that no article shows."""
    used = {
        _photo_path(bundle, Path(manuscript.path), photo.file).resolve()
        for manuscript in bundle.manuscripts
        for photo in manuscript.article.photos
        if photo.file
    }
    bodies = "".join(manuscript.article.body for manuscript in bundle.manuscripts)
    for path in sorted(bundle.folder.rglob("*")):
        if path.suffix.lower() in _PICTURES and path.resolve() not in used and path.name not in bodies:
            yield Finding(
                code="unused-picture",
                path=str(path),
                message="no article shows this picture",
                hint="name it in an article’s `photos`, or delete it",
                severity=Severity.DOUBT,
            )


def _photo_path(bundle: Bundle, manuscript: Path, file: str) -> Path:
    content = bundle.folder.parent
    return content / file.lstrip("/") if file.startswith("/") else manuscript.parent / file


def pages_and_articles(bundle: Bundle) -> Iterator[Finding]:
    """Printed pages that edition.yaml names and that have no article, and the other way round."""
    if bundle.edition is None or bundle.unreadable:
        return
    named = set(bundle.edition.facts.pages)
    printed = {manuscript.address.page for manuscript in bundle.manuscripts}
    path = str(bundle.folder / EDITION_FILE)
    for page in sorted(named - printed):
        message, hint = f"page {page} has no article", "add its articles, or take the page out"
        yield Finding(code="empty-page", path=path, message=message, hint=hint, severity=Severity.DOUBT)
    for page in sorted(printed - named):
        message, hint = f"page {page} is not named", f"add `{page}: {{name: …, section: …}}` under `pages`"
        yield Finding(code="unnamed-page", path=path, message=message, hint=hint, severity=Severity.DOUBT)


EDITION_CHECKS: tuple[EditionCheck, ...] = (
    same_address,
    strangers,
    missing_photo,
    unused_picture,
    pages_and_articles,
)
