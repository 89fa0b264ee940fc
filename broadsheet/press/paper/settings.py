"""The paper's settings: from Pelican's dictionary to one frozen, checked struct."""

import re
from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from broadsheet.model.errors import PressError, raise_if_any
from broadsheet.model.finding import Finding
from broadsheet.model.limits import LIMITS
from broadsheet.press.paper.clock import zone_of
from broadsheet.press.paper.conf import EPUB_FORM, OTHER_SETTINGS, PDF_FORM, place_of_setting
from broadsheet.press.paper.links import Links, links_of
from broadsheet.press.paper.scripts import OtherScript, other_script, scripts_fault
from broadsheet.press.paper.setting_checks import near_misses, spelled_twice, unseen_in_settings
from broadsheet.press.paper.slugs import normal_name
from broadsheet.press.paper.words import Words, words_in

_REPOSITORY = re.compile(r"\w[\w-]*/(?!\.{1,2}$)[\w.-]+", re.ASCII)
# A host and a path, and nothing else; links begin with a slash, so it ends without one.
_SITE_ADDRESS = re.compile(
    r"https?://[\w-]+(?:\.[\w-]+)*(?::\d{1,5})?"
    r"(?:/(?!\.{1,2}(?:/|$))(?:%[0-9A-Fa-f]{2}|[^\s\x00-\x20\x7f/?#<>\"'\\%])+)*"
)
_LIKE_THIS = (
    "it must be like https://example.org or https://example.org/paper (or empty while there is no address)"
)


EDITION_FORMS = (EPUB_FORM, PDF_FORM)
"""What EDITION_FILES may name."""
PAPER_SIZES = ("a3", "a4")
"""What PAPER_SIZE may name (ISO 216)."""

TRIAL = "test-repo"
"""What ADMIN is for trying out the form: it keeps articles in the browser alone."""

PAGE_FORMS = ("none", "picture", "pdf")
"""What PAGE_FILES may be: each holds what those before it do."""


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """The settings of the paper and its site; the name of each setting is the field's name in capitals.

    `sections`, `columns`, `authors` and `tags` map names to slugs of the operator's choice. `section_nav` names, in
    order, the sections that every page links to. `manuscript_bytes` and `edition_bytes` are the most bytes that a
    manuscript and an `edition.yaml` may have. `card_font` is the path of the font file for share images; where it is
    empty, one is looked for. `list_length` is the number of articles on a numbered page of a list, `feed_length` the
    most articles in a feed. `edition_files` are the forms in which readers can keep an edition (EDITION_FORMS),
    `paper_size` is that of its PDF (PAPER_SIZES). `page_files` is what readers get of the printed page itself (PAGE_FORMS).
    With `search`, the site has a search page and its index. `scripts` are the language tags of both scripts in which readers
    get a Chinese paper, empty where they get its own alone. `offline` says whether readers' browsers keep what they read
    and editions of their choice ("on"), or remove what an earlier site had them keep ("withdrawn"). `admin` is the
    repository on GitHub, `owner/name`, that the form at /admin/ edits, "" where there is none. With `preview`, drafts are
    shown too.
    """

    sitename: str
    paper_tagline: str = ""
    publisher: str = ""
    copyright: str = ""
    default_lang: str = "zh-Hans"
    timezone: str = "UTC"
    siteurl: str = ""
    preview: bool = False
    sections: dict[str, str] = {}
    columns: dict[str, str] = {}
    authors: dict[str, str] = {}
    tags: dict[str, str] = {}
    section_nav: tuple[str, ...] = ()
    list_length: int = 30
    feed_length: int = 20
    manuscript_bytes: int = LIMITS.manuscript
    edition_bytes: int = LIMITS.edition
    edition_files: tuple[str, ...] = ()
    paper_size: str = PAPER_SIZES[0]
    page_files: str = "picture"
    search: bool = False
    scripts: tuple[str, ...] = ()
    offline: Literal["off", "on", "withdrawn"] = "off"
    card_font: str = ""
    admin: str = ""

    @property
    def is_kept(self) -> bool:
        """Whether readers' browsers keep pages of this site: never those of a preview, which changes with every edit."""
        return self.offline == "on" and not self.preview

    @property
    def shows_page_pictures(self) -> bool:
        """Whether readers get the picture of a printed page."""
        return self.page_files != "none"

    @property
    def offers_page_pdfs(self) -> bool:
        """Whether readers get the PDF of a printed page."""
        return self.page_files == "pdf"

    @property
    def links(self) -> Links:
        """The links of this site."""
        return links_of(self.siteurl)

    @property
    def other_script(self) -> OtherScript | None:
        """The script that pages are converted to, or None."""
        return other_script(self.scripts, self.default_lang)

    def addresses(self, kind: str) -> dict[str, str]:
        """Return the slugs that the settings give to names of a kind of list, such as `section`."""
        addresses: dict[str, str] = getattr(self, f"{kind}s")
        return addresses

    @property
    def words(self) -> Words:
        """The words that the press adds to pages, in this paper's language."""
        return words_in(self.default_lang)


_NAMES = tuple(field.name.upper() for field in msgspec.structs.fields(Paper))


def read_paper(settings: Mapping[str, Any]) -> Paper:
    """Return the paper's settings out of Pelican's. Raises PressError with a finding for each bad value."""
    findings: list[Finding] = []
    values: dict[str, Any] = {}
    for field in msgspec.structs.fields(Paper):
        key = field.name.upper()
        if key not in settings:
            continue
        try:
            values[field.name] = msgspec.convert(settings[key], field.type)
        except msgspec.ValidationError as error:
            findings.append(_bad(key, str(error)))
    raise_if_any(PressError, findings)
    raise_if_any(PressError, near_misses(settings, [*_NAMES, *OTHER_SETTINGS]))
    raise_if_any(
        PressError, unseen_in_settings({name: settings[name] for name in _NAMES if name in settings})
    )
    paper = Paper(**values)
    paper = msgspec.structs.replace(
        paper,
        default_lang=_language_tag(paper.default_lang),
        scripts=tuple(map(_language_tag, paper.scripts)),
    )
    raise_if_any(PressError, _bad_values(paper))
    return msgspec.structs.replace(
        paper,
        sections=_normal(paper.sections),
        columns=_normal(paper.columns),
        authors=_normal(paper.authors),
        tags=_normal(paper.tags),
        section_nav=tuple(map(normal_name, paper.section_nav)),
    )


def _bad_values(paper: Paper) -> list[Finding]:
    findings = []
    if not paper.sitename.strip():
        findings.append(_bad("SITENAME", "the paper has no name"))
    if paper.siteurl and not _SITE_ADDRESS.fullmatch(paper.siteurl):
        findings.append(_bad("SITEURL", _LIKE_THIS))
    if paper.list_length < 1 or paper.feed_length < 1:
        findings.append(_bad("LIST_LENGTH, FEED_LENGTH", "a list has at least one article"))
    findings.extend(_bad_choices(paper))
    if zone_of(paper.timezone) is None:
        findings.append(_bad("TIMEZONE", f"there is no time zone {paper.timezone!r}"))
    addresses = (paper.sections, paper.columns, paper.authors, paper.tags)
    findings.extend(
        _bad(f"{kind.upper()}S", f"“{name}” is given twice, in two spellings")
        for kind in ("section", "column", "author", "tag")
        for name in spelled_twice(paper.addresses(kind))
    )
    for name, slug in (item for names in addresses for item in names.items()):
        if not slug or not slug.replace("-", "").isalnum():
            findings.append(
                _bad(
                    "SECTIONS, COLUMNS, AUTHORS, TAGS",
                    f"the address {slug!r} of “{name}” may hold letters, digits and -",
                )
            )
    return findings


def _bad_choices(paper: Paper) -> list[Finding]:
    """Return a finding for each value that is none of those that its setting may have."""
    findings: list[Finding] = []
    for setting, values, choices in (
        ("EDITION_FILES", paper.edition_files, EDITION_FORMS),
        ("PAPER_SIZE", (paper.paper_size,), PAPER_SIZES),
        ("PAGE_FILES", (paper.page_files,), PAGE_FORMS),
    ):
        unknown = (value for value in values if value not in choices)
        findings.extend(_bad(setting, f"{value!r} is none of {', '.join(choices)}") for value in unknown)
    if paper.admin and paper.admin != TRIAL and not _REPOSITORY.fullmatch(paper.admin):
        findings.append(_bad("ADMIN", "it must be like you/paper, the repository on GitHub, or empty"))
    if fault := scripts_fault(paper.scripts, paper.default_lang):
        findings.append(_bad("SCRIPTS", fault))
    return findings


def _language_tag(tag: str) -> str:
    """Return a language tag in its usual case (RFC 5646, 2.1.1), since Pelican makes it lower case: zh-Hant-TW."""
    first, *rest = tag.lower().split("-")
    cased = {2: str.upper, 4: str.title}
    return "-".join((first, *(cased.get(len(part), str)(part) for part in rest)))


def _bad(key: str, message: str) -> Finding:
    path, line = place_of_setting(key.partition(",")[0])
    return Finding("bad-setting", path, f"{key}: {message}", f"mend {key} in {path}", line, 1 if line else 0)


def _normal(names: Mapping[str, str]) -> dict[str, str]:
    return {normal_name(name): slug for name, slug in names.items()}
