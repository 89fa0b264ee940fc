"""A sheet: one page of the site, ready for its template."""

import msgspec

from broadsheet.press.views.site import FeedLink, HeadView, SharedView


class Sheet(msgspec.Struct, frozen=True):
    """The file in output/ that a template makes of `views`, by the names that templates know; `head` is for <head>."""

    file: str
    template: str
    head: HeadView
    views: dict[str, object]


def head(
    title: str,
    *,
    canonical: str,
    description: str = "",
    prev_href: str = "",
    next_href: str = "",
    feeds: tuple[FeedLink, ...] = (),
    shared: SharedView | None = None,
    data: str = "",
) -> HeadView:
    """Return what a page says in <head>. Where it is shared it says its title, unless `shared` says more."""
    return HeadView(
        title=title,
        description=description,
        canonical=canonical,
        prev_href=prev_href,
        next_href=next_href,
        feeds=feeds,
        shared=(shared or _as_website(title)) if canonical else None,
        data=data,
    )


def _as_website(title: str) -> SharedView:
    return SharedView(kind="website", title=title, image="", image_alt="", image_width=0, image_height=0)
