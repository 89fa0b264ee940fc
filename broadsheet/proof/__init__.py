"""Coded checks over manuscripts and over the built site."""

from broadsheet.proof.desk import lint_project

__all__ = ["lint_project"]
