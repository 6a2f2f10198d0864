"""Why there is no answer."""

from __future__ import annotations

from typing import Any

from ._results import Page


class NutgrafError(ValueError):
    """There is no answer. ``code`` is for programs, the message for people."""

    #: A stable word: ``empty``, ``no-article`` or ``invalid-option``.
    code: str
    #: What a page was taken for, where that is why.
    page: Page | None

    def __init__(self, code: str, message: str, page: Page | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.page = page

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.code, str(self), self.page)


class EmptyError(NutgrafError):
    """There is no text."""


class NoArticleError(NutgrafError):
    """There is text, but nothing in it to choose from, or it stands on a page of another kind: see ``page``."""


class InvalidOptionError(NutgrafError):
    """An option is not what it may be; the message names it."""


_CLASSES: dict[str, type[NutgrafError]] = {
    "empty": EmptyError,
    "no-article": NoArticleError,
    "invalid-option": InvalidOptionError,
}


def error_of(told: dict[str, Any]) -> NutgrafError:
    """The exception for what the core says is wrong."""
    page = told.get("page")
    kind = _CLASSES.get(told["code"], NutgrafError)
    return kind(told["code"], told["message"], None if page is None else Page(page["kind"], page["confidence"]))
