"""Running git and rsync: their output, or an error in their own words."""

import subprocess
from collections.abc import Iterable
from tempfile import TemporaryFile

from broadsheet.model.errors import PublishError
from broadsheet.model.finding import Finding


def run(*command: str, given: Iterable[bytes] = (), hint: str = "") -> bytes:
    """Run a command with the parts `given` as its input, and return its output.

    Raises PublishError with the last lines that it wrote, and `hint` as what to do, where it fails or is not installed.
    """
    tool = command[0]
    try:
        with TemporaryFile() as stdin:  # a first publish is larger than what a machine should hold in memory
            stdin.writelines(given)
            stdin.seek(0)
            done = subprocess.run(command, stdin=stdin, capture_output=True, check=True)
    except FileNotFoundError as error:
        raise failure(tool, f"{tool} is not installed", f"install it: apt-get install {tool}") from error
    except subprocess.CalledProcessError as error:
        raise failure(tool, _last_lines(error.stderr) or f"it ended with {error.returncode}", hint) from error
    return done.stdout


def failure(where: str, message: str, hint: str) -> PublishError:
    """Return the error that a site cannot be sent: `where` is the target or the tool that refuses."""
    return PublishError(Finding(code="publish", path=where, message=message, hint=hint))


def _last_lines(stderr: bytes) -> str:
    lines = [line.strip() for line in stderr.decode(errors="replace").splitlines()]
    told = [line for line in lines if line and not line.startswith("hint:")]
    return "; ".join(told[-4:])
