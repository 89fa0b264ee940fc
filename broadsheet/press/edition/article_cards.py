"""The views of an article that several kinds of page show: headline stack, card, teasers."""

from collections.abc import Iterable

from broadsheet.model.article import Conversion
from broadsheet.press.copy.galley import Galley
from broadsheet.press.copy.summaries import opening
from broadsheet.press.edition.shard import MadeUpPage, Shard
from broadsheet.press.edition.teasers import Headline, announced
from broadsheet.press.paper.settings import Paper
from broadsheet.press.sheets.list_links import list_link
from broadsheet.press.views.article import CardView, HeadlinesView, TeaserView
from broadsheet.press.views.site import Link


def _headlines(galley: Galley) -> HeadlinesView:
    """Return the headline stack."""
    article, lines = galley.article, galley.article.title_lines
    return HeadlinesView(
        kicker=article.kicker,
        title=galley.title,
        lines=lines if " ".join(lines) == galley.title else (galley.title,),
        deck=article.deck,
        supplied=article.title_supplied,
        untitled=not article.title,
    )


def headline_label(view: HeadlinesView, paper: Paper) -> str:
    """Return the headline as plain text, in 〔〕 where an editor supplied it; it is the same as the galley's label."""
    return paper.words.supplied(view.title) if view.supplied else view.title


def card(galley: Galley, page: MadeUpPage, folio: Link, paper: Paper) -> CardView:
    """Return the card of the article of `galley`, for lists; `folio` is the link of its printed page."""
    address, lead = galley.address, page.galleys[0]
    # The lead's text runs on, and stories beside its photo fill that height; any other shows a few lines.
    fit = paper.words.fit
    room = fit.lead if galley is lead or any(photo.src for photo in lead.photos) else fit.opening
    return CardView(
        href=paper.links.page(*address.parts),
        headlines=_headlines(galley),
        summary=galley.summary,
        opening=opening(galley.html, room, fit),
        has_own_summary=bool(galley.article.summary),
        byline=galley.article.byline,
        section=list_link("section", galley.section, paper),
        folio=folio,
        date=paper.words.long_date(address.date),
        iso_date=address.date.isoformat(),
        photo=next((photo for photo in galley.photos if photo.src), None),
        has_editors_note=galley.editors_note is not None,
        status_label=paper.words.status_label(galley.article.status, is_held=galley.release is not None),
        anchor="-".join(address.parts),
        lead=galley is lead,
        length=galley.length,
        lang=_kept_in(galley, paper),
    )


def _kept_in(galley: Galley, paper: Paper) -> str:
    """Return the language of an article that stays as printed in the paper's other script, or ""."""
    return paper.default_lang if paper.scripts and galley.article.convert is Conversion.OFF else ""


def teasers(galley: Galley, shard: Shard, paper: Paper) -> tuple[TeaserView, ...]:
    """Return an article's teasers, with links to what they announce in the same edition."""
    if not galley.article.teasers:
        return ()
    others = tuple(_headlines_except(galley, shard.set_edition.galleys))
    views = []
    for teaser in galley.article.teasers:
        target = announced(teaser.text, teaser.page, others)
        views.append(TeaserView(text=teaser.text, href=paper.links.page(*target.parts) if target else ""))
    return tuple(views)


def _headlines_except(galley: Galley, galleys: Iterable[Galley]) -> Iterable[Headline]:
    for other in galleys:
        if other is not galley:
            stack = (other.article.kicker, other.title, *other.article.deck)
            yield Headline(other.address, " ".join(stack))
