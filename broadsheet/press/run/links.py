"""The step of a run that finds links of texts which lead nowhere: an error in the site for readers, marked in a preview.

Only links of texts that changed are looked at, those to what is gone, and those that were dead; so it costs the same
however large the archive is.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from broadsheet.model.errors import PressError, raise_if_any
from broadsheet.model.finding import Severity
from broadsheet.press.copy.scan import scan
from broadsheet.press.copy.text_links import TextLink
from broadsheet.press.plan.survey import unpacked_stats
from broadsheet.press.run.dead_links import dead_link
from broadsheet.press.run.edition_press import EditionTask
from broadsheet.press.run.neighbours import day
from broadsheet.press.run.output_folder import is_spared
from broadsheet.press.run.state import STANDING, Run, State


def check_links(run: Run, state: State) -> State:
    """Find dead links, when all files of the site are noted. Raises PressError for them in the site for readers.

    In a preview, editions whose dead links are others than their pages show are printed again.
    """
    dead: dict[str, list[TextLink]] = defaultdict(list)
    for owner, link in _links_to_look_at(run, state):
        if not _leads_somewhere(run, link.target):
            dead[owner].append(link)
    is_preview = run.press.paper.preview
    severity = Severity.DOUBT if is_preview else Severity.ERROR
    findings = tuple(
        dead_link(link, run.inputs, severity) for links in dead.values() for link in sorted(links)
    )
    if not is_preview:
        raise_if_any(PressError, findings)
        return state
    targets = {owner: {link.target for link in links} for owner, links in dead.items()}
    return _marked(run, state, targets)._replace(doubts=(*state.doubts, *findings))


def _links_to_look_at(run: Run, state: State) -> Iterable[tuple[str, TextLink]]:
    gone = state.let_go - run.cache.files.owned(state.let_go)
    targets = {file.removesuffix("index.html").rstrip("/") for file in gone}
    owners = [*state.touched, STANDING]
    rows = run.cache.links.all() if run.plan.whole else run.cache.links.of_or_to(owners, targets)
    return ((owner, TextLink(path, named, target)) for owner, path, named, target in rows)


def _leads_somewhere(run: Run, target: str) -> bool:
    """Whether the site has a page or a file at `target`, or a plugin may have put one there."""
    files = (target, f"{target}/index.html".lstrip("/"))
    return bool(run.cache.files.owned(files)) or is_spared(target, run.spared)


def _marked(run: Run, state: State, dead: Mapping[str, set[str]]) -> State:
    """Print the editions again whose pages do not mark just the links to `dead`, targets by the edition's date."""
    shown = run.cache.links.marked()
    for date in sorted({*dead, *shown} - {STANDING}):
        targets = dead.get(date, set())
        if targets != shown.get(date, set()) and date in state.rows:
            run.press.take_back(run.cache.files.of(date))
            run.print_edition(_task(run, state, date, targets))
            run.cache.links.mark(date, targets)
    return state


def _task(run: Run, state: State, date: str, targets: Iterable[str]) -> EditionTask:
    names = (stat[0] for stat in unpacked_stats(run.inputs.survey.editions[date]))
    row = state.rows[date]
    files, *_ = scan(run.inputs.content, names)
    clock = run.inputs.clock
    return EditionTask(files, day(row.previous), day(row.following), clock, tuple(sorted(targets)))
