"""What the tests share: the checkout, its articles, and its command line."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

CommandLine = Callable[..., bytes]


@pytest.fixture(scope="session")
def command_line() -> CommandLine:
    """Runs the command line with a text on its standard input, and gives what it prints."""

    def run(*arguments: str, given: str) -> bytes:
        program = ROOT / "target" / "release" / "nutgraf"
        return subprocess.run([program, *arguments], input=given.encode(), capture_output=True, check=False).stdout

    return run


@pytest.fixture(scope="session")
def stories() -> list[str]:
    """The articles of the demo site, and one with characters of two UTF-16 units."""
    seeds = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    assert len(seeds) >= 5
    return [*seeds, "😀 The mayor of Riga opened the 🌉 bridge on Monday. 🎉 It had cost 9 million euros. Anna Ozola paid."]


@pytest.fixture(scope="session")
def pages() -> list[str]:
    found = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "www" / "demo").glob("*.html"))]
    assert len(found) >= 3
    return found
