"""Everything that a site is made of, as far as it can be known without reading a manuscript."""

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from broadsheet.model.about_file import ABOUT_FILE
from broadsheet.press.files.digest import digest, folder_digest, libraries_digest
from broadsheet.press.paper.conf import PREVIEW_SETTINGS, PUBLISH_SETTINGS, settings_of
from broadsheet.press.plan.fingerprints import code_digest, settings_digest
from broadsheet.press.plan.survey import Survey, look_over
from broadsheet.press.share_images.face import face_of
from broadsheet.press.theme.folder import COMPONENTS, STATIC, TEMPLATES, is_sent

# What every page is made of, by the words that `inv status` says of it.
EVERYWHERE = ("settings", "templates", "code", "libraries", "about page", "face of cards")
SETTINGS_FILE = "settings file"
"""The fact that names the file of the settings."""


class Inputs(NamedTuple):
    """Where a site's parts are and what they are; `began` is when they were looked at, in nanoseconds."""

    settings_file: str
    overrides: Mapping[str, object]
    settings: Mapping[str, Any]
    content: Path
    output: Path
    theme: Path
    facts: Mapping[str, str]
    static: str
    survey: Survey
    began: int


def take_inputs(settings_file: str, overrides: Mapping[str, object]) -> Inputs:
    """Look at the settings, the theme, the code and content/. Raises PressError for settings that cannot be run."""
    settings = {**settings_of(settings_file), **overrides}
    files = [path for name in (PREVIEW_SETTINGS, PUBLISH_SETTINGS) if (path := Path(name)).is_file()]
    # Where the site goes and which file says so does not change a byte of it.
    values = {name: value for name, value in settings.items() if name != "OUTPUT_PATH"}
    return look_at(settings, settings_digest(values, files), settings_file, overrides)


def look_at(
    settings: Mapping[str, Any],
    known_as: str = "",
    settings_file: str = "",
    overrides: Mapping[str, object] = {},
) -> Inputs:
    """Return the inputs of `settings`, whose digest is `known_as`, or nothing where nobody can tell what is in them."""
    content, theme = Path(settings["PATH"]), Path(settings["THEME"])
    began = time.time_ns()
    survey = look_over(content) if content.is_dir() else Survey({}, [])
    return Inputs(
        settings_file=settings_file,
        overrides=overrides,
        settings=settings,
        content=content,
        output=Path(settings["OUTPUT_PATH"]),
        theme=theme,
        facts={SETTINGS_FILE: settings_file, "settings": known_as, **_facts(settings, theme, survey)},
        static=digest([folder_digest(theme / STATIC), folder_digest(theme / COMPONENTS, is_sent)]),
        survey=survey,
        began=began,
    )


def _facts(settings: Mapping[str, Any], theme: Path, survey: Survey) -> dict[str, str]:
    """Return what tells the rest that every page is made of, by its names in EVERYWHERE."""
    overriding = map(Path, settings.get("THEME_TEMPLATES_OVERRIDES", ()))
    templates = map(folder_digest, (theme / TEMPLATES, theme / "locale", *overriding))
    macros = folder_digest(theme / COMPONENTS, lambda name: not is_sent(name))
    return {
        "templates": "".join((*templates, macros)),
        "code": code_digest(),
        "libraries": libraries_digest(),
        "face of cards": _face_of_cards(settings),
        "about page": str(any(stat[0] == ABOUT_FILE for stat in survey.outside)),
    }


def _face_of_cards(settings: Mapping[str, Any]) -> str:
    """Return what tells the face of social cards; without an address there are none."""
    if not settings.get("SITEURL"):
        return ""
    return str(face_of(settings.get("CARD_FONT") or "", settings.get("DEFAULT_LANG") or ""))
