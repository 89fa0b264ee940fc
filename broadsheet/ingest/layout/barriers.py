"""Rules that part stories: whether one stands between two frames."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from broadsheet.model.marks import Frame

_COVERS = 0.5  # of the stretch along which two frames face each other


def overlap(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return how far two stretches overlap; below 0 how far they are apart."""
    return min(one[1], other[1]) - max(one[0], other[0])


def across(one: Frame, other: Frame) -> float:
    """Return how far two frames stand above each other, in points of width."""
    return overlap((one.left, one.right), (other.left, other.right))


def down(one: Frame, other: Frame) -> float:
    """Return how far two frames stand beside each other, in points of height."""
    return overlap((one.top, one.bottom), (other.top, other.bottom))


class Barriers(NamedTuple):
    """The level and the upright rules of a page."""

    level: tuple[Frame, ...]
    upright: tuple[Frame, ...]

    @classmethod
    def of(cls, rules: Iterable[Frame]) -> "Barriers":
        """Return the barriers that the rules of a page are."""
        level: list[Frame] = []
        upright: list[Frame] = []
        for rule in rules:
            (level if rule.width >= rule.height else upright).append(rule)
        return cls(_joined(level, 0), _joined(upright, 1))

    def without(self, rules: Sequence[Frame]) -> "Barriers":
        """Return the barriers without those of `rules`."""
        return Barriers(
            tuple(rule for rule in self.level if rule not in rules),
            tuple(rule for rule in self.upright if rule not in rules),
        )

    def part(self, one: Frame, other: Frame) -> bool:
        """Return whether a rule parts two frames: a level one if one is above the other, or else an upright one."""
        if across(one, other) > 0:
            return self.level_between(one, other)
        return self.upright_between(one, other)

    def level_between(self, one: Frame, other: Frame) -> bool:
        """Return whether a level rule stands below the upper and above the lower frame, where they overlap."""
        upper, lower = sorted((one, other), key=lambda frame: frame.top + frame.bottom)
        left, right = max(one.left, other.left), min(one.right, other.right)
        top, bottom = upper.bottom - 0.3 * min(upper.height, 12), lower.top + 0.3 * min(lower.height, 12)
        return any(
            top <= (rule.top + rule.bottom) / 2 <= bottom
            and overlap((left, right), (rule.left, rule.right)) >= _COVERS * (right - left)
            for rule in self.level
        )

    def upright_between(self, one: Frame, other: Frame) -> bool:
        """Return whether an upright rule stands between two frames that are side by side."""
        first, second = sorted((one, other), key=lambda frame: frame.left + frame.right)
        top, bottom = max(one.top, other.top), min(one.bottom, other.bottom)
        if bottom <= top:
            top, bottom = min(one.bottom, other.bottom), max(one.top, other.top)
        return any(
            first.right - 2 <= (rule.left + rule.right) / 2 <= second.left + 2
            and overlap((top, bottom), (rule.top, rule.bottom)) >= _COVERS * (bottom - top)
            for rule in self.upright
        )


def _joined(rules: Sequence[Frame], axis: int) -> tuple[Frame, ...]:
    """Join rules that touch in one line, as the sides of frames do."""
    found: list[Frame] = []
    for rule in sorted(rules, key=lambda rule: (round(rule[1 - axis]), rule[axis])):
        last = found[-1] if found else None
        touch = last and overlap((last[axis], last[axis + 2]), (rule[axis], rule[axis + 2])) >= -1
        if last and touch and abs(last[1 - axis] - rule[1 - axis]) < 1:
            found[-1] = Frame(
                min(last.left, rule.left),
                min(last.top, rule.top),
                max(last.right, rule.right),
                max(last.bottom, rule.bottom),
            )
        else:
            found.append(rule)
    return tuple(found)
