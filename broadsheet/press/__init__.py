"""Manuscripts → the site, through Pelican where a setting or a plugin asks for it. The only package that imports pelican.

Nothing heavy is imported until it is needed: `inv --list` imports this package too.
"""

__all__ = ["build_site", "check_site", "register", "serve_site", "site_status", "update_messages"]


def register() -> None:
    """Connect the press to Pelican's signals; Pelican calls this for each plugin it loads."""
    from broadsheet.press.pelican.plugin import connect  # noqa: PLC0415  lazy: imports pelican

    connect()


def build_site(*, publish: bool, clean: bool = False, scheduler: str = "") -> int:
    """Build the site into output/: what readers get, or with drafts for the desk. Return an exit code.

    Only what changed is made again; `clean` makes everything. Many editions are printed by all cores of this machine,
    or by the Dask cluster whose `scheduler` is named.
    """
    from broadsheet.press.site import build  # noqa: PLC0415  lazy: reads the build cache

    return build(publish=publish, clean=clean, scheduler=scheduler)


def check_site(*, publish: bool) -> int:
    """Build the site aside, from nothing, and compare every byte with output/. Return an exit code."""
    from broadsheet.press.check import check  # noqa: PLC0415  lazy: imports pelican

    return check(publish=publish)


def site_status(*, publish: bool) -> int:
    """Print what the site holds and what a build would make again, and why. Return an exit code."""
    from broadsheet.press.status import status  # noqa: PLC0415  lazy: reads the build cache

    return status(publish=publish)


def serve_site(port: int) -> int:
    """Build with drafts, serve output/ at `port` and rebuild on change, until interrupted. Return an exit code."""
    from broadsheet.press.serve import serve  # noqa: PLC0415  lazy: imports watchfiles

    return serve(port)


def update_messages() -> int:
    """Bring the message catalogues up to date and print what is left to translate. Return an exit code."""
    from broadsheet.press.messages import update_catalogues  # noqa: PLC0415  lazy: imports babel

    return update_catalogues()
