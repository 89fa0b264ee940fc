"""The command `inv build --check`: build the whole site in Pelican, and compare every byte with output/."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from broadsheet.files.page_files import finish_page
from broadsheet.files.project_lock import only_command
from broadsheet.model.errors import BroadsheetError, PressError, raise_if_any
from broadsheet.model.finding import Finding
from broadsheet.press.files.site_stage import SiteStage
from broadsheet.press.pelican.build import load_settings, print_site
from broadsheet.press.plan.inputs import take_inputs
from broadsheet.press.run.output_folder import strays
from broadsheet.press.site import settings_file, system_errors

ASIDE = Path(".cache", "check")


def check(*, publish: bool) -> int:
    """Compare output/ with a build of everything; return 0 where every byte is the same, else 1 after printing differences."""
    file = settings_file(publish=publish)
    try:
        with system_errors(), only_command():
            finish_page()
            output = take_inputs(file, {}).output
            SiteStage(output).clear()
            shutil.rmtree(ASIDE, ignore_errors=True)
            settings = load_settings(file, OUTPUT_PATH=str(ASIDE))
            report = print_site(settings)
            raise_if_any(PressError, _differences(output, ASIDE, tuple(settings["OUTPUT_RETENTION"])))
    except BroadsheetError as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(ASIDE, ignore_errors=True)
    print(f"{report.paper}: every byte of {report.changed:,} files is what a build from nothing makes")
    return 0


def _differences(output: Path, aside: Path, spared: tuple[str, ...]) -> Iterator[Finding]:
    made = strays(aside, (), spared)
    for file in sorted(made | strays(output, made, spared)):
        here, there = output / file, aside / file
        if not here.is_file():
            message = "this file is missing"
        elif file not in made:
            message = "nothing makes this file"
        elif here.read_bytes() != there.read_bytes():
            message = "this file holds other bytes"
        else:
            continue
        yield Finding(code="stale-site", path=str(here), message=message, hint="inv build --clean")
