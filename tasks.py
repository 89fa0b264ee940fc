"""The one command line: each task calls one function of the package, and ends with its exit code.

Run `.venv/bin/inv --list`. Nothing is decided here, so whatever a task can do a program can do too. Imports
wait inside the tasks, for a task must not fail, or be slow, because of another's needs.
"""

import os
import shutil
import sys
from pathlib import Path

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.parser.parser import ParseMachine, is_flag
from invoke.tasks import task

if sys.getfilesystemencoding() != "utf-8":
    # Names of sections and photos are UTF-8 on every machine. What a terminal cannot show is shown as \\u6c49.
    shown = f"{sys.stdout.encoding}:backslashreplace"
    environment = {"PYTHONIOENCODING": shown, **os.environ, "PYTHONUTF8": "1"}
    os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], environment)  # noqa: S606  no shell is needed

ROOT = Path(__file__).parent
CALLED_FROM = Path.cwd()
os.chdir(ROOT)  # the project's paths hold wherever in it a task is called from
MADE_BY_BUILD = ("output", ".cache")

_handle = ParseMachine.handle


def _handle_bare_words(machine: ParseMachine, token: str) -> None:
    """Add a bare word after a task's name to that task's list argument, unless the word names a task itself.

    So `inv ingest raw/2024-04-15/01.txt raw/2024-04-15/02.txt` works. In Invoke 3.0 a bare word can only be a required
    argument of one word (its issues 159, of 2014, 378, 760 and 1031 ask for more), and `inv` takes no other parser.
    """
    lists = [argument for argument in machine.context.args.values() if argument.kind is list]
    if not lists or is_flag(token) or machine.waiting_for_flag_value or token in machine.contexts:
        _handle(machine, token)
    else:
        lists[0].value = token


ParseMachine.handle = _handle_bare_words  # type: ignore[assignment,method-assign]


def _end_with(code: int) -> None:
    """Leave with `code` where it tells of a failure; what failed has been said by who found it."""
    if code:
        raise Exit(code=code)


def _from_root(path: str) -> Path:
    """Return a path given where the task was called, as it is seen from the project's folder."""
    return Path(os.path.relpath(CALLED_FROM / path, ROOT))


def _place(word: str) -> str:
    """Return a path given where the task was called as seen from the project's folder; an address stays as it is."""
    is_address = word.startswith("/") and not Path(word).is_relative_to(ROOT)
    return word if is_address else str(_from_root(word))


@task(
    iterable=["paths"],
    help={
        "paths": "Raw pages or folders of them; bare words do as well (default: raw).",
        "json": "Write one neutral JSON file a page into this folder, and no content.",
        "force": "Overwrite Markdown that was edited by hand.",
        "explain": "Only say what decided each line of a raw page, PAGE, or one line of it, PAGE:LINE.",
    },
)
def ingest(
    context: Context,
    paths: list[str] | None = None,
    json: str = "",
    force: bool = False,
    explain: str = "",
) -> None:
    """Turn raw pages into articles under content/: inv ingest [PATHS] [--json DIR] [--force] [--explain PAGE]."""
    from broadsheet.ingest.desk.delivery import HandEdits
    from broadsheet.ingest.desk.intake import ingest_paths

    if explain:
        from broadsheet.ingest.desk.explain import explain_page

        _end_with(explain_page(str(_from_root(explain))))
        return
    pages = [_from_root(path) for path in paths] if paths else [Path("raw")]
    edits = HandEdits.OVERWRITE if force else HandEdits.REFUSE
    _end_with(ingest_paths(pages, json_dir=CALLED_FROM / json if json else None, edits=edits))


@task(
    iterable=["words"],
    help={
        "words": "What to make, as bare words: edition DATE, or article DATE PAGE.",
        "title": "The headline of a new article.",
    },
)
def new(context: Context, words: list[str] | None = None, title: str = "") -> None:
    """Make an edition or a draft: inv new edition DATE | inv new article DATE PAGE [--title HEADLINE]."""
    from broadsheet.newsroom import make_new

    _end_with(make_new(words or [], title=title))


@task(
    name="list",
    iterable=["dates"],
    help={
        "dates": "The dates of editions whose articles to show; bare words do as well (default: all editions)."
    },
)
def list_(context: Context, dates: list[str] | None = None) -> None:
    """Show all editions, or the articles of some: inv list [DATES]."""
    from broadsheet.model.errors import BroadsheetError
    from broadsheet.newsroom import list_content
    from broadsheet.press import paper_clock

    try:
        clock = paper_clock()
    except BroadsheetError as error:
        raise Exit(str(error), code=1) from error
    _end_with(list_content(dates or [], clock))


@task(
    positional=["old", "new"],
    help={
        "old": "An article, a printed page or an edition: content/2024-04-15/01/03.md, or its address.",
        "new": "Where it goes; for an article also the folder of a page, where it comes last.",
    },
)
def move(context: Context, old: str, new: str) -> None:
    """Move an article, a page or an edition with its photos and all that names it: inv move OLD NEW."""
    from broadsheet.newsroom import move_articles

    _end_with(move_articles(_place(old), _place(new)))


@task(
    positional=["place"],
    help={
        "place": "An article, a printed page or an edition: content/2024-04-15/01/03.md, or its address.",
        "text": "Why, in the paper’s language: readers get it in place of the article.",
        "date": "The day of the withdrawal (default: today, where the paper appears).",
    },
)
def withdraw(context: Context, place: str, text: str = "", date: str = "") -> None:
    """Withdraw an article, a page or an edition, and leave a notice: inv withdraw PLACE --text WHY [--date DATE]."""
    from broadsheet.manuscript.place import edition_date
    from broadsheet.model.errors import BroadsheetError
    from broadsheet.newsroom import withdraw_articles
    from broadsheet.press import paper_clock

    try:
        day = edition_date(date) if date else paper_clock().today
    except BroadsheetError as error:
        raise Exit(str(error), code=1) from error
    if day is None:
        raise Exit(f"--date is a date like 2024-04-16, not {date}", code=2)
    _end_with(withdraw_articles(_place(place), text, day))


@task(
    help={
        "publish": "Build what readers get: published articles only, at the site's real address.",
        "clean": "Make everything again, whatever the build cache holds.",
        "executor": "Who prints many editions: processes of this machine, or dask.",
        "scheduler": "The address of a Dask cluster’s scheduler: tcp://….",
        "check": "Build nothing in output/: compare it, byte by byte, with a build from nothing.",
    }
)
def build(
    context: Context,
    publish: bool = False,
    clean: bool = False,
    check: bool = False,
    executor: str = "processes",
    scheduler: str = "",
) -> None:
    """Build the site from content/ into output/; only what changed is made again."""
    from broadsheet.press import build_site, check_site

    if executor not in ("processes", "dask") or (executor == "dask") != bool(scheduler):
        raise Exit("--executor is processes, or dask with --scheduler tcp://…", code=2)
    if check:
        _end_with(check_site(publish=publish))
    else:
        _end_with(build_site(publish=publish, clean=clean, scheduler=scheduler))


@task(
    help={
        "dry-run": "Send nothing; only say what would change for readers.",
        "dirty": "Publish changes that are not committed as well.",
        "allow-shrink": "Publish even where this withdraws a tenth of all articles or more.",
        "check": "First compare the site, byte by byte, with a build from nothing.",
    }
)
def publish(
    context: Context,
    dry_run: bool = False,
    dirty: bool = False,
    allow_shrink: bool = False,
    check: bool = False,
) -> None:
    """Build the site for readers, check it, and send what changed to PUBLISH_TO in publishconf.py."""
    from broadsheet.publishing import Options, publish_site

    options = Options(dry_run=dry_run, dirty=dirty, allow_shrink=allow_shrink, check=check)
    _end_with(publish_site(options))


@task(
    positional=["earlier"], help={"earlier": "A folder with the site that readers have, as a build left it."}
)
def changes(context: Context, earlier: str) -> None:
    """Build the site for readers and say what it changes for those who have an EARLIER one; fail if articles vanish."""
    from broadsheet.publishing import say_changes

    _end_with(say_changes(_from_root(earlier)))


@task(help={"publish": "Tell of the site that readers get, not of the desk's preview."})
def status(context: Context, publish: bool = False) -> None:
    """Say what the site holds, what a build would make again and why, and how large it is."""
    from broadsheet.press import site_status

    _end_with(site_status(publish=publish))


@task
def site(context: Context) -> None:
    """Ingest raw/, keeping what was edited by hand, and build output/, as `make site` does."""
    from broadsheet.ingest.desk.delivery import HandEdits
    from broadsheet.ingest.desk.intake import ingest_paths
    from broadsheet.press import build_site

    _end_with(ingest_paths([Path("raw")], edits=HandEdits.KEEP))
    _end_with(build_site(publish=False))
    print("The site is in output/. To look at it: make serve")


@task(
    help={
        "port": "The port to listen on.",
        "lan": "Also for other machines in this network that have the address which is printed, such as a phone.",
    }
)
def serve(context: Context, port: str = "8000", lan: bool = False) -> None:
    """Show the site on this machine, drafts and articles under review included: inv serve [--port N] [--lan]."""
    from broadsheet.press import serve_site

    if not port.isdecimal():
        raise Exit(f"--port is a number, not {port}: inv serve --port 8000", code=2)
    _end_with(serve_site(int(port), lan=lan))


@task(
    iterable=["paths"],
    help={
        "paths": "Files or folders whose findings to show; bare words do as well (default: all).",
        "format": "How to print findings: text, github (annotations of a workflow), json or sarif.",
        "fix": "Mend what cannot change a text's meaning.",
        "dry-run": "With --fix: write nothing, and print what would change as a diff.",
    },
)
def lint(
    context: Context,
    paths: list[str] | None = None,
    format: str = "text",  # noqa: A002  the flag's name
    fix: bool = False,
    dry_run: bool = False,
) -> None:
    """Check manuscripts, editions, rulings and the built site: inv lint [PATHS] [--format FORM] [--fix [--dry-run]]."""
    from broadsheet.model.errors import BroadsheetError
    from broadsheet.press import desk_settings, refusals
    from broadsheet.proof import FORMATS, LintOptions, lint_project

    if format not in FORMATS:
        raise Exit(f"--format is one of {', '.join(FORMATS)}, not {format}", code=2)
    if dry_run and not fix:
        raise Exit("--dry-run goes with --fix: inv lint --fix --dry-run", code=2)
    options = LintOptions(tuple(map(_from_root, paths or ())), format, fix=fix, dry_run=dry_run)
    try:
        settings = desk_settings()
    except BroadsheetError as error:
        raise Exit(str(error), code=1) from error
    _end_with(lint_project(Path(), settings, options, refusals))


@task
def admin(context: Context) -> None:
    """Fetch what the form at /admin/ needs from npm into admin/, for a paper that sets ADMIN."""
    from broadsheet.press import fetch_admin

    _end_with(fetch_admin())


@task
def verify(context: Context) -> None:
    """Prove that every character of raw/ and content/ is in the built site, its feeds and EPUBs, or name what is not."""
    from broadsheet.verification import verify_project

    _end_with(verify_project())


@task
def messages(context: Context) -> None:
    """Bring the catalogues of words in every language up to what templates and press say; name what to translate."""
    from broadsheet.press import update_messages

    _end_with(update_messages())


@task
def generate(context: Context) -> None:
    """Write what is made from the code: the stylebook's list of checks, JSON Schemas, snippets for VS Code."""
    from broadsheet.proof.generated import generate

    _end_with(generate(ROOT))


@task(help={"quick": "Only the checks that need nothing beyond Python."})
def test(context: Context, quick: bool = False) -> None:
    """Run every check and test of the project (`make test` installs first what they need)."""
    from tests.checks import run_checks

    _end_with(run_checks(ROOT, quick=quick))


@task
def faults(context: Context) -> None:
    """Kill ingest, builds and publishes, and fail the disk, at every one of their operations; count the faults (minutes)."""
    from tests.checks import run_faults

    _end_with(run_faults(ROOT))


@task
def fuzz(context: Context) -> None:
    """Read thousands of damaged raw pages, manuscripts, rulings and pictures, other ones each time (minutes)."""
    from tests.checks import run_fuzz

    _end_with(run_fuzz(ROOT))


@task(
    iterable=["packages"],
    help={
        "packages": "Packages to measure (default: all of tests/mutants.py): -p broadsheet.files -p broadsheet.ingest.",
        "sample": "How many mutants of each package to try.",
    },
)
def mutants(context: Context, packages: list[str] | None = None, sample: int = 150) -> None:
    """Change the code in small ways and name each change that no test finds; needs mutmut (an hour and more)."""
    from tests.mutants import TESTS, measure

    _end_with(measure(ROOT, sample, tuple(packages or TESTS)))


@task(help={"to": "The file to write."})
def sbom(context: Context, to: str = ".cache/sbom.json") -> None:
    """Write the bill of materials of what building a site needs, in CycloneDX: inv sbom [--to FILE]."""
    from tests.checks import write_sbom

    _end_with(write_sbom(ROOT, CALLED_FROM / to if to != ".cache/sbom.json" else ROOT / to))


@task(
    iterable=["editions"],
    help={"editions": "Measure the press at an archive of so many editions (10 and 50)."},
)
def bench(context: Context, editions: list[int] | None = None) -> None:
    """Measure what ingest and the press cost, and beside Hugo where ../shared/bench is: inv bench [--editions N]."""
    from benchmarks import measure_all

    _end_with(measure_all(ROOT, tuple(map(int, editions or ())) or (10, 50)))


@task
def clean(context: Context) -> None:
    """Remove what builds made: output/ and .cache/ (`make clean` removes .venv as well)."""
    for name in MADE_BY_BUILD:
        shutil.rmtree(ROOT / name, ignore_errors=True)
