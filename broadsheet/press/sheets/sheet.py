"""A sheet (印张): one page of the site, as a template with its context."""

import msgspec

from broadsheet.press.views.site import FeedLink, HeadView, SharedView


class Sheet(msgspec.Struct, frozen=True):
    """One page of the site: the path `file` below output/, the name of its template, and the template's context.

    `views` are the variables of this template; `head` is the variable for <head>, which every template has.
    """

    file: str
    template: str
    head: HeadView
    views: dict[str, object]


def head(
    title: str,
    *,
    canonical: str,
    description: str = "",
    feeds: tuple[FeedLink, ...] = (),
    shared: SharedView | None = None,
    data: str = "",
    lang: str = "",
) -> HeadView:
    """Return what a page has in <head>; arguments are those of HeadView.

    Without `shared`, its Open Graph metadata is its title; without `canonical`, it has none.
    """
    return HeadView(
        title=title,
        description=description,
        canonical=canonical,
        feeds=feeds,
        shared=(shared or _as_website(title)) if canonical else None,
        data=data,
        lang=lang,
    )


def _as_website(title: str) -> SharedView:
    return SharedView(kind="website", title=title, image="", image_alt="", image_width=0, image_height=0)
