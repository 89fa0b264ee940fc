"""The inputs of a build: settings, theme, code, libraries, and the files in content/ by name, size and age."""

import time
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from broadsheet.files.links import unsound_below
from broadsheet.model.about_file import ABOUT_FILE
from broadsheet.model.conversions_file import CONVERSIONS_FILE
from broadsheet.model.errors import PressError, raise_if_any
from broadsheet.model.schedule import Clock
from broadsheet.press.admin.vendored import ADMIN
from broadsheet.press.files.digest import digest, files_digest, folder_digest, libraries_digest
from broadsheet.press.paper.clock import clock_of
from broadsheet.press.paper.conf import PREVIEW_SETTINGS, PUBLISH_SETTINGS, settings_of
from broadsheet.press.plan.fingerprints import code_digest, settings_digest
from broadsheet.press.plan.survey import Survey, left_out, look_over
from broadsheet.press.share_images.face import face_of
from broadsheet.press.theme.folder import COMPONENTS, EPUB, PRINT, STATIC, TEMPLATES, is_sent

if TYPE_CHECKING:  # only a type: a build with nothing to make does not load what reads manuscripts
    from broadsheet.press.admin.desk_pages import DeskPage

# The facts that every page depends on: where one changed, everything is made again, and `inv status` names it.
EVERYWHERE = ("settings", "templates", "code", "libraries", "about page", "typeface", "conversions")
SETTINGS_FILE = "settings file"
"""The fact that holds the path of the settings file."""


class Inputs(NamedTuple):
    """The inputs of a build.

    `overrides` are settings that replace those of `settings_file`. `content`, `output` and `theme` are the folders.
    `facts` are the values of EVERYWHERE by name, with that of SETTINGS_FILE; `static` is the digest of the theme's
    static files, and of what /admin/ is made of. `desk_pages` are the printed pages whose articles /admin/ edits. `survey` lists the files in content/ as they were at `began`, in nanoseconds since the epoch. `clock`
    is the paper's clock then, by which articles are held; SOURCE_DATE_EPOCH may have set it. `early` are the dates of editions whose day has not begun where the paper appears; the site for readers has none of them, so
    they are not in its `survey`, and the first build of their day finds them new.
    """

    settings_file: str
    overrides: Mapping[str, object]
    settings: Mapping[str, Any]
    content: Path
    output: Path
    theme: Path
    facts: Mapping[str, str]
    static: str
    desk_pages: "tuple[DeskPage, ...]"
    survey: Survey
    clock: Clock
    early: tuple[str, ...]
    began: int


def take_inputs(settings_file: str, overrides: Mapping[str, object]) -> Inputs:
    """Run the settings in `settings_file`, replace `overrides` in them, and return the inputs.

    Raises PressError for bad settings, and for a file in content/ that cannot be read.
    """
    settings = {**settings_of(settings_file), **overrides}
    files = [path for name in (PREVIEW_SETTINGS, PUBLISH_SETTINGS) if (path := Path(name)).is_file()]
    # The output folder does not change a byte of the site.
    values = {name: value for name, value in settings.items() if name != "OUTPUT_PATH"}
    return look_at(settings, settings_digest(values, files), settings_file, overrides)


def look_at(
    settings: Mapping[str, Any],
    known_as: str = "",
    settings_file: str = "",
    overrides: Mapping[str, object] = {},
) -> Inputs:
    """Return the inputs of `settings`; `known_as` is their digest, or "" for settings of unknown origin.

    Raises PressError for an entry of content/ or of the theme that cannot be read or leads out of it, and for a clock
    that tells no time.
    """
    content, theme = Path(settings["PATH"]), Path(settings["THEME"])
    if theme.is_dir():
        raise_if_any(PressError, unsound_below(theme, theme))
    began = time.time_ns()
    survey = look_over(content) if content.is_dir() else Survey({}, [])
    clock = clock_of(settings)
    day = clock.today.isoformat()
    pages = _desk_pages(content, survey) if settings.get("ADMIN") else ()
    early = tuple(date for date in survey.editions if date > day)
    if not settings.get("PREVIEW"):
        survey = Survey(
            {date: survey.editions[date] for date in survey.editions if date <= day}, survey.outside
        )
    return Inputs(
        settings_file=settings_file,
        overrides=overrides,
        settings=settings,
        content=content,
        output=Path(settings["OUTPUT_PATH"]),
        theme=theme,
        facts={SETTINGS_FILE: settings_file, "settings": known_as, **_facts(settings, theme, survey)},
        static=_static(theme, pages),
        desk_pages=pages,
        survey=survey,
        clock=clock,
        early=early,
        began=began,
    )


def without(inputs: Inputs, files: Collection[str]) -> Inputs:
    """Return `inputs` with a survey that lacks `files`, paths below content/."""
    return inputs._replace(survey=left_out(inputs.survey, files)) if files else inputs


def _desk_pages(content: Path, survey: Survey) -> "tuple[DeskPage, ...]":
    from broadsheet.press.admin.desk_pages import desk_pages  # noqa: PLC0415  lazy: reads edition.yaml

    return desk_pages(content, survey.editions)


def _static(theme: Path, pages: "tuple[DeskPage, ...]") -> str:
    """Return the digest of the theme's static files and, where /admin/ edits `pages`, of what it is made of."""
    admin = [folder_digest(Path(ADMIN)), *(str(tuple(page)) for page in pages)] if pages else []
    return digest([folder_digest(theme / STATIC), folder_digest(theme / COMPONENTS, is_sent), *admin])


def _facts(settings: Mapping[str, Any], theme: Path, survey: Survey) -> dict[str, str]:
    """Return the facts of EVERYWHERE but that of the settings."""
    overriding = map(Path, settings.get("THEME_TEMPLATES_OVERRIDES", ()))
    templates = map(
        folder_digest, (theme / TEMPLATES, theme / EPUB, theme / PRINT, theme / "locale", *overriding)
    )
    names = [file for file in [Path(settings["PATH"], CONVERSIONS_FILE)] if file.is_file()]
    macros = folder_digest(theme / COMPONENTS, lambda name: not is_sent(name))
    return {
        "templates": "".join((*templates, macros)),
        "code": code_digest(),
        "libraries": libraries_digest(),
        "typeface": _typeface(settings),
        "conversions": files_digest(names) if settings.get("SCRIPTS") else "",
        "about page": str(any(stat[0] == ABOUT_FILE for stat in survey.outside)),
    }


def _typeface(settings: Mapping[str, Any]) -> str:
    """Return the typeface of share images and covers as text; without SITEURL and EDITION_FILES there are none."""
    if not (settings.get("SITEURL") or settings.get("EDITION_FILES")):
        return ""
    return str(face_of(settings.get("CARD_FONT") or "", settings.get("DEFAULT_LANG") or ""))
