"""Phrases that are nearly always misprints, and what is meant by each."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def misprints() -> dict[str, str]:
    """Return what is meant by each misprint."""
    return tomllib.loads(files(__package__).joinpath("misprints.toml").read_text("utf-8"))
