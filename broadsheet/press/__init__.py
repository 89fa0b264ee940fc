"""The press: manuscripts → the site, in Pelican where a setting or a plugin needs it. Only this package imports pelican.

Each function imports its module when it is called, since `inv --list` imports this package too.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from broadsheet.model.desk_settings import DeskSettings
    from broadsheet.model.finding import Finding
    from broadsheet.model.schedule import Clock

__all__ = [
    "build_site",
    "check_site",
    "desk_settings",
    "fetch_admin",
    "paper_clock",
    "refusals",
    "register",
    "serve_site",
    "site_status",
    "update_messages",
]


def register() -> None:
    """Connect the press to Pelican's signals. Pelican calls this, as for each of its plugins."""
    from broadsheet.press.pelican.plugin import connect  # noqa: PLC0415  lazy: imports pelican

    connect()


def build_site(*, publish: bool, clean: bool = False, scheduler: str = "") -> int:
    """Build the site into output/: for readers with `publish`, else with drafts for editors. Return an exit code.

    The build is incremental; `clean` makes everything again. Many editions are printed on all cores of this machine, or
    on the Dask cluster at the address `scheduler` (tcp://host:port).
    """
    from broadsheet.press.site import build  # noqa: PLC0415  lazy: reads the build cache

    return build(publish=publish, clean=clean, scheduler=scheduler)


def check_site(*, publish: bool) -> int:
    """Build the whole site into another folder, and compare every byte with output/. Return an exit code."""
    from broadsheet.press.check import check  # noqa: PLC0415  lazy: imports pelican

    return check(publish=publish)


def refusals() -> "tuple[Finding, ...]":
    """Return the errors for which a build would be refused now; nothing changes."""
    from broadsheet.press import trial  # noqa: PLC0415  lazy: reads the build cache

    return trial.refusals()


def site_status(*, publish: bool) -> int:
    """Print the size of the site, what a build would make again, and why. Return an exit code."""
    from broadsheet.press.status import status  # noqa: PLC0415  lazy: reads the build cache

    return status(publish=publish)


def serve_site(port: int, *, lan: bool = False) -> int:
    """Build with drafts, serve output/ at http://127.0.0.1:`port` and rebuild on change, until interrupted.

    With `lan` also at this machine's address in its network, to those who have the key. Return an exit code.
    """
    from broadsheet.press.serve import serve  # noqa: PLC0415  lazy: imports watchfiles

    return serve(port, lan=lan)


def paper_clock() -> "Clock":
    """Return the time that it is where the paper appears. Raises PressError for bad settings."""
    from broadsheet.press.paper.clock import clock_of  # noqa: PLC0415  lazy: as the others
    from broadsheet.press.paper.conf import PREVIEW_SETTINGS, settings_of  # noqa: PLC0415  the same

    return clock_of(settings_of(PREVIEW_SETTINGS))


def desk_settings() -> "DeskSettings":
    """Return what the desk needs of the settings. Raises PressError for bad settings."""
    from broadsheet.model.desk_settings import DeskSettings  # noqa: PLC0415  lazy: as the others
    from broadsheet.press.paper.clock import clock_of  # noqa: PLC0415  the same
    from broadsheet.press.paper.conf import PREVIEW_SETTINGS, settings_of  # noqa: PLC0415  the same
    from broadsheet.press.plan.large_files import limits_of  # noqa: PLC0415  the same

    settings = settings_of(PREVIEW_SETTINGS)
    language = settings.get("DEFAULT_LANG") or "en"
    return DeskSettings(clock_of(settings).today, language, limits_of(settings))


def fetch_admin() -> int:
    """Fetch what the page /admin/ needs from npm into the folder admin/. Return an exit code."""
    from broadsheet.press.admin.fetching import fetch_admin as fetch  # noqa: PLC0415  lazy: as the others

    return fetch()


def update_messages() -> int:
    """Bring the message catalogues up to date and print what is left to translate. Return an exit code."""
    from broadsheet.press.messages import update_catalogues  # noqa: PLC0415  lazy: imports babel

    return update_catalogues()
