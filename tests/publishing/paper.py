"""A paper with a git repository and a remote, and what readers of its branch get."""

import datetime as dt
import subprocess
from pathlib import Path

from broadsheet.newsroom import withdraw_articles
from broadsheet.publishing import Options, publish_site
from tests.press.project import PUBLISH, Project

THEME = Path(__file__).parents[2] / "theme"
BRANCH = "gh-pages"


def set_up(paper: Project) -> Project:
    paper.set(LIST_LENGTH=30)
    paper.use_theme(THEME)
    paper.write(".gitignore", "/output/\n/.cache/\n/content/.broadsheet/\n__pycache__/\n")
    publish_to(paper, f"branch:origin/{BRANCH}")
    for date in ("2024-04-15", "2024-04-16"):
        paper.edition(date, pages={1: {"name": "要闻"}})
        paper.article(f"{date}/01/01", title=f"渡船{date}")
        paper.article(f"{date}/01/02", title=f"夜校{date}")
    git(paper.folder, "init", "--quiet")
    git(paper.folder.parent, "init", "--quiet", "--bare", "origin.git")
    git(paper.folder, "remote", "add", "origin", "../origin.git")
    commit(paper)
    return paper


def publish_to(paper: Project, target: str) -> None:
    text = PUBLISH.replace('os.environ.get("SITEURL", "")', '"https://example.org/paper"')
    paper.write("publishconf.py", f"{text}PUBLISH_TO = {target!r}\n")


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, encoding="utf-8")
    return done.stdout


def commit(paper: Project) -> None:
    git(paper.folder, "add", "--all")
    git(paper.folder, "commit", "--quiet", "--message", "稿")


def withdraw(*addresses: str) -> None:
    """Withdraw articles as an editor does."""
    for address in addresses:
        assert withdraw_articles(f"content/{address}.md", "误刊。", dt.date(2024, 5, 1)) == 0


def publish(paper: Project, **options: bool) -> int:
    """Commit all changes, and publish."""
    if git(paper.folder, "status", "--porcelain"):
        commit(paper)
    return publish_site(Options(**options))


def commits(paper: Project) -> list[str]:
    """Return the commits of the published branch, newest first."""
    return git(paper.folder.parent / "origin.git", "log", "--format=%H", BRANCH).split()


def on_branch(paper: Project) -> dict[str, bytes]:
    """Return the files of the published branch, as a fresh clone has them."""
    clone = paper.folder.parent / f"clone{len(list(paper.folder.parent.iterdir()))}"
    git(paper.folder.parent, "clone", "--quiet", "--branch", BRANCH, "origin.git", clone.name)
    return files_in(clone, ".git")


def files_in(folder: Path, *without: str) -> dict[str, bytes]:
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix(): (folder / path).read_bytes() for path in files if path.parts[0] not in without}
