"""The setting PUBLISH_TO → the target that it names."""

from pathlib import Path

from broadsheet.model.errors import PublishError
from broadsheet.model.finding import Finding
from broadsheet.press.paper.conf import PUBLISH_SETTINGS, TARGET
from broadsheet.publishing.branch import Branch
from broadsheet.publishing.folder import Folder
from broadsheet.publishing.rsync import RsyncFolder
from broadsheet.publishing.served_folder import ServedFolder
from broadsheet.publishing.target import Target

_LIKE_THESE = (
    f'{TARGET} = "branch:origin/gh-pages", "folder:/srv/www/paper" or "rsync:user@host:/srv/www/paper"'
)


def target_of(setting: str) -> Target:
    """Return the target that PUBLISH_TO names: its kind, a colon, and its place. Raises PublishError for any other text."""
    kind, _, place = setting.partition(":")
    match kind:
        case "branch" if all(place.partition("/")):
            remote, _, branch = place.partition("/")
            return Branch(remote, branch)
        case "folder" if place:
            return ServedFolder(f"folder {place}", Folder(Path(place).expanduser()))
        case "rsync" if place:
            return ServedFolder(place, RsyncFolder(place))
    message = f"{TARGET} names no target: “{setting}”" if setting else f"{TARGET} is empty"
    raise PublishError(Finding(code="no-target", path=PUBLISH_SETTINGS, message=message, hint=_LIKE_THESE))
