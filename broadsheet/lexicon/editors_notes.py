"""The printed labels of editors' notes (编者按), and how to cut one off the note."""

import re
from typing import NamedTuple

LABELS = (
    "编者按",
    "编者案",
    "编者的话",
    "编者注",
    "编前语",
    "编前",
    "编后语",
    "编后记",
    "编后",
    "编余",
    "编辑手记",
    "编辑点评",
    "开栏的话",
    "开栏语",
    "开篇的话",
    "开篇语",
    "结束语",
    "主编的话",
    "主持人的话",
    "按语",
    "編者按",
    "編者的話",
    "編者註",
    "編後語",
    "編後",
    "編輯室手記",
    "開欄的話",
    "按語",
    "Note de la rédaction",
    "Note de la Rédaction",
    "N. D. L. R.",
    "N.D.L.R.",
    "Anmerkung der Redaktion",
    "Anmerkung der Redaction",
    "Anm. d. Red.",
    "Editor's note",
    "Editor’s note",
)

# A label is printed as 【编者按】…, as 编者按：…, as Note de la rédaction. — …, or in another typeface with only a space
# after it. Without such a mark the words belong to a sentence: 编者按图索骥……
_KNOWN = "|".join(map(re.escape, sorted(LABELS, key=len, reverse=True)))
_GAP = r"[\s:：]"
_LABELLED = (  # compiled at its first use, because few editions have a note
    rf"\s*(?P<bold>\*\*|__)?(?:[【〖〔［\[（(]\s*(?P<boxed>{_KNOWN})\s*[】〗〕］\]）)]|(?P<bare>{_KNOWN}))"
    rf"(?(bold){_GAP}*(?P=bold){_GAP}*|(?(boxed){_GAP}*|(?:\.\s*[—–]\s*|\.?{_GAP}+|[—–]{{1,2}}|$)))"
)


class LabelledNote(NamedTuple):
    """The label of an editor's note, and the note without it in Markdown."""

    label: str
    text: str


def split_label(note: str) -> LabelledNote:
    """Return the label at the beginning of `note`, empty if there is none, and the rest of the note."""
    match = re.match(_LABELLED, note)
    if not match:
        return LabelledNote("", note)
    return LabelledNote(match["boxed"] or match["bare"], note[match.end() :])
