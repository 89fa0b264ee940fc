"""Remarks to the proof, taken out of a text before its blocks are parted."""

from markdown.preprocessors import Preprocessor

from broadsheet.manuscript.remarks import is_remark


class Remarks(Preprocessor):
    """Empties each line that is a remark. It runs when code has been taken out, so that code may show remarks."""

    def run(self, lines: list[str]) -> list[str]:
        """Called by Python-Markdown."""
        return ["" if is_remark(line) else line for line in lines]
