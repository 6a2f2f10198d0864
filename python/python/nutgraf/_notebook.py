"""How a notebook shows a summary."""

from __future__ import annotations

from html import escape


def marked(text: str, places: list[tuple[int, int]], language: str) -> str:
    """The text as HTML, each paragraph one of its own, with the pieces at these places marked."""
    shown = []
    at = 0
    for start, end in sorted(places):
        shown.append(escape(text[at:start]))
        shown.append(f"<mark>{escape(text[start:end])}</mark>")
        at = end
    shown.append(escape(text[at:]))
    return f'<div lang="{escape(language)}" dir="auto" style="max-width: 42em; white-space: pre-line">{"".join(shown)}</div>'
