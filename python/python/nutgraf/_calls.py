"""The calls: what Python gives is checked here, and what comes back is made objects of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Literal, Union

from . import _nutgraf
from ._errors import NutgrafError, error_of
from ._results import Article, EntityMention, Piece, Summary, article_of, mentions_of, sentences_of, summary_of

SummaryType = Literal["key-points", "tldr", "teaser", "headline"]
SummaryLength = Literal["short", "medium", "long"]

#: An article of a batch: its text, or a mapping with ``text`` or ``html``, and ``title`` and ``lang`` if they are known.
#: Other members are left alone.
Item = Union[str, Mapping[str, object]]

#: So many articles are worked on at a time: enough to keep every processor busy, few enough to hold in memory.
_AT_A_TIME = 512


@dataclass(frozen=True)
class _Given:
    text: str | None = None
    html: str | None = None
    title: str | None = None
    lang: str | None = None
    any_page: bool = False


def _well_formed(value: object, name: str) -> str:
    """A string that UTF-8 can have: half a surrogate pair becomes U+FFFD."""
    if not isinstance(value, str):
        raise TypeError(f"{name} is to be a str, not {type(value).__name__}")
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return value


def _optional(value: object, name: str) -> str | None:
    return None if value is None else _well_formed(value, name)


def _tag(value: object) -> str | None:
    """A language tag as the core takes it."""
    lang = _optional(value, "lang")
    if lang is None or not lang.strip():
        return None
    try:
        return _nutgraf.language_tag(lang)
    except ValueError:
        raise error_of({"code": "invalid-option", "message": f"lang is to be a language tag such as en or pt-BR, not {lang!r}"}) from None


def options_of(
    lang: str | None, type: str, length: str, sentences: int | None, words: int | None, context: str | None
) -> str:
    """The options as an object of JSON."""
    options = {
        "type": type,
        "length": length,
        "sentences": sentences,
        "words": words,
        "lang": _tag(lang),
        "context": _optional(context, "context"),
    }
    try:
        return json.dumps(options)
    except (TypeError, ValueError):
        raise TypeError("type and length are to be of type str, sentences and words of type int") from None


def _read(answer: tuple[str, str | None]) -> tuple[str, str]:
    line, text = answer
    if text is None:
        raise error_of(json.loads(line))
    return line, text


def summarize(
    text: str,
    title: str | None = None,
    lang: str | None = None,
    type: SummaryType = "key-points",
    sentences: int | None = None,
    words: int | None = None,
    *,
    length: SummaryLength = "short",
    context: str | None = None,
) -> Summary:
    """Summarizes a text: its key points, or by ``type`` another kind of summary.

    ``title`` is the article's headline, which is evidence and never part of the summary. ``lang`` is a BCP 47 tag; without
    it the words tell. ``sentences`` and ``words`` say how long the summary is, whichever is reached first, instead of
    ``length``. ``context`` is a text that says what the summary is for: sentences near to it come first.

    Raises ``EmptyError``, ``NoArticleError`` or ``InvalidOptionError``, which are all ``NutgrafError`` and ``ValueError``;
    ``TypeError`` for a value of another type.

    >>> import nutgraf
    >>> story = "The mayor of Riga opened the new bridge on Monday. It had cost 9 million euros. Fishermen protested."
    >>> summary = nutgraf.summarize(story, sentences=1)
    >>> print(summary)
    The mayor of Riga opened the new bridge on Monday.
    >>> story[summary.sentences[0].start : summary.sentences[0].end] == summary.sentences[0].text
    True
    >>> [(entity.name, entity.kind) for entity in summary.entities][0]
    ('Riga', 'place')
    """
    given = _Given(text=_well_formed(text, "text"), title=_optional(title, "title"))
    return summary_of(*_read(_nutgraf.summarize(given, options_of(lang, type, length, sentences, words, context))))


def summarize_html(
    html: str,
    title: str | None = None,
    lang: str | None = None,
    type: SummaryType = "key-points",
    sentences: int | None = None,
    words: int | None = None,
    *,
    length: SummaryLength = "short",
    context: str | None = None,
    any_page: bool = False,
) -> Summary:
    """Finds the article on a page of HTML and summarizes it; the rest as for ``summarize``.

    A page that looks like no article raises ``NoArticleError``, whose ``page`` says what it was taken for, unless ``any_page``
    asks for it all the same.
    """
    given = _Given(html=_well_formed(html, "html"), title=_optional(title, "title"), any_page=bool(any_page))
    return summary_of(*_read(_nutgraf.summarize(given, options_of(lang, type, length, sentences, words, context))))


def extract(html: str, *, any_page: bool = False) -> Article:
    """The article on a page of HTML, without what stands around it.

    >>> import nutgraf
    >>> page = "<h1>Bridge opens</h1><p>The mayor of Riga opened the new bridge on Monday.<p>It had cost 9 million euros."
    >>> nutgraf.extract(page, any_page=True).headline
    'Bridge opens'
    """
    return article_of(*_read(_nutgraf.extract(_well_formed(html, "html"), bool(any_page))))


def sentences(text: str, lang: str | None = None) -> list[Piece]:
    """The sentences of a text, headlines and datelines too: with the white space between them they join back to the text.

    >>> import nutgraf
    >>> [piece.text for piece in nutgraf.sentences("Dr. Ozola came at 5 p.m. She left soon.")]
    ['Dr. Ozola came at 5 p.m.', 'She left soon.']
    """
    return sentences_of(*_read(_nutgraf.sentences(_well_formed(text, "text"), _tag(lang))))


def entities(text: str, lang: str | None = None) -> list[EntityMention]:
    """Where a text names whom, what, where, when and how much, in order.

    >>> import nutgraf
    >>> [(mention.text, mention.kind) for mention in nutgraf.entities("Anna Ozola spoke in Riga on Monday.")]
    [('Anna Ozola', 'person'), ('Riga', 'place'), ('Monday', 'date')]
    """
    return mentions_of(*_read(_nutgraf.entities(_well_formed(text, "text"), _tag(lang))))


def _given(item: Item, any_page: bool) -> _Given | NutgrafError:
    try:
        if isinstance(item, str):
            return _Given(text=_well_formed(item, "text"))
        if not isinstance(item, Mapping):
            raise TypeError(f"an article is to be a str or a mapping, not {type(item).__name__}")
        return _Given(
            text=_optional(item.get("text"), "text"),
            html=_optional(item.get("html"), "html"),
            title=_optional(item.get("title"), "title"),
            lang=_tag(item.get("lang")),
            any_page=any_page,
        )
    except TypeError as error:
        return error_of({"code": "invalid-option", "message": str(error)})
    except NutgrafError as error:
        return error


def summarize_batch(
    articles: Iterable[Item],
    lang: str | None = None,
    type: SummaryType = "key-points",
    sentences: int | None = None,
    words: int | None = None,
    *,
    length: SummaryLength = "short",
    context: str | None = None,
    any_page: bool = False,
    workers: int | None = None,
) -> Iterator[Summary | NutgrafError]:
    """Summarizes many articles on all processors, in order, one result an article; the interpreter is free meanwhile.

    ``articles`` may be a generator: it is read 512 articles ahead at most. An article without a summary gives its
    ``NutgrafError`` in its place, and the others go on. A wrong option raises at once. ``workers`` is the number of threads,
    by default that of the processors.

    >>> import nutgraf
    >>> stories = ["The mayor of Riga opened the bridge.", "", {"text": "Fishermen protested in Jurmala.", "title": "Protest"}]
    >>> for result in nutgraf.summarize_batch(stories):
    ...     print(repr(result) if isinstance(result, nutgraf.NutgrafError) else result)
    The mayor of Riga opened the bridge.
    EmptyError('there is no text to summarize')
    Fishermen protested in Jurmala.
    """
    answers = answers_of(articles, options_of(lang, type, length, sentences, words, context), any_page, workers)
    return (answer if isinstance(answer, NutgrafError) else summary_of(*answer) for answer in answers)


def answers_of(articles: Iterable[Item], options: str, any_page: bool, workers: int | None) -> Iterator[tuple[str, str] | NutgrafError]:
    """What ``summarize_batch`` makes its results of: the line of JSON and the article's text, or the error."""
    # What is wrong with the options is wrong with each article: told before the first is asked for.
    try:
        _read(_nutgraf.summarize(_Given(text="-"), options))
    except NutgrafError as error:
        if error.code == "invalid-option":
            raise
    if workers is not None and (not isinstance(workers, int) or isinstance(workers, bool) or workers < 1):
        raise error_of({"code": "invalid-option", "message": f"workers is to be a whole number from 1, not {workers!r}"})
    return _answers(iter(articles), options, any_page, _nutgraf.Pool(workers or 0))


def _answers(articles: Iterator[Item], options: str, any_page: bool, pool: _nutgraf.Pool) -> Iterator[tuple[str, str] | NutgrafError]:
    while chunk := [_given(item, any_page) for item in islice(articles, _AT_A_TIME)]:
        answers = iter(pool.summarize([given for given in chunk if isinstance(given, _Given)], options))
        for given in chunk:
            if isinstance(given, NutgrafError):
                yield given
                continue
            line, text = next(answers)
            yield error_of(json.loads(line)) if text is None else (line, text)
