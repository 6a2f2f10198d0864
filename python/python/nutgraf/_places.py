"""Places in a text: JSON has them in UTF-16 units, as JavaScript counts, and Python counts code points."""

from __future__ import annotations

from bisect import bisect_left
from typing import Callable

#: The last character that has one UTF-16 unit.
_LAST_OF_ONE_UNIT = "\uffff"


def code_points(text: str) -> Callable[[int], int]:
    """What gives the place in code points of a place in UTF-16 units of the text."""
    if text.isascii() or max(text, default="") <= _LAST_OF_ONE_UNIT:
        return lambda units: units
    # Where characters of two units end, in UTF-16 units.
    ends: list[int] = []
    for at, character in enumerate(text):
        if character > _LAST_OF_ONE_UNIT:
            ends.append(at + len(ends) + 2)
    return lambda units: units - bisect_left(ends, units + 1)
