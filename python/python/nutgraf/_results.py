"""What the functions give.

``start`` and ``end`` are places in a ``str``, so that ``text[start:end]`` is the piece; ``offset`` and ``length`` are the
same in UTF-16 units, as the command line's JSON and JavaScript have them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Callable

from ._notebook import marked
from ._places import code_points


@dataclass(frozen=True)
class Mention:
    """Where a sentence names an entity."""

    start: int
    end: int
    offset: int
    length: int
    #: Which of ``Summary.entities``.
    entity: int


@dataclass(frozen=True)
class Sentence:
    """A sentence of the summary, word for word as it stands in the article."""

    text: str
    #: Its place in ``Summary.article.text``.
    start: int
    end: int
    offset: int
    length: int
    #: Of the article, from 0.
    paragraph: int
    #: What it weighed when it was chosen: not below 0, higher is better, comparable within one summary.
    rank_score: float
    #: What made that up, by the names of signals.
    signals: dict[str, float]
    #: The names in it.
    entities: tuple[str, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True)
class Entity:
    """Who, where, when and how much."""

    name: str
    #: ``person``, ``organization``, ``place``, ``date``, ``money`` and others: the names of the command line.
    kind: str
    #: Its salience, from 0 to 1 for the heaviest.
    weight: float
    #: How often the article names it.
    mentions: int


@dataclass(frozen=True)
class Page:
    """What a page is taken for."""

    #: ``article``, ``opinion``, ``live-blog``, ``listing``, ``product``, ``forum``, ``documentation`` or ``service``.
    kind: str
    #: From 0 to 1.
    confidence: float


@dataclass(frozen=True)
class ArticleFigures:
    """What was summarized."""

    #: The text that places refer to: of a page its article, of Markdown the text without the marks.
    text: str = field(repr=False)
    words: int
    sentences: int
    reading_seconds: int


@dataclass(frozen=True)
class Summary:
    """A summary. ``str()`` gives its sentences, one a line, or its headline; a notebook shows them in their article."""

    #: BCP 47: the language that the article was read in.
    language: str
    #: For the type ``headline`` the clause that says most; else the article's own headline, if it has one.
    headline: str | None
    sentences: tuple[Sentence, ...]
    #: Those of the article, heaviest first.
    entities: tuple[Entity, ...]
    words: int
    reading_seconds: int
    article: ArticleFigures
    #: What the page is taken for, where there is one.
    page: Page | None
    #: Whether it is so much shorter than the article that reading it first saves time.
    worthwhile: bool
    #: Whether the article is longer than what is read of one: a million bytes.
    truncated: bool
    _json: str = field(repr=False, compare=False)

    def to_json(self) -> str:
        """The line that ``nutgraf summarize --format json`` prints, byte for byte but for the line's end."""
        return self._json

    def to_dict(self) -> dict[str, Any]:
        """The same as a ``dict``; places in it are in UTF-16 units."""
        result: dict[str, Any] = json.loads(self._json)
        return result

    def __str__(self) -> str:
        if not self.sentences:
            return self.headline or ""
        return "\n".join(" ".join(sentence.text.split()) for sentence in self.sentences)

    def _repr_html_(self) -> str:
        """The article with the sentences of the summary marked, for notebooks."""
        return marked(self.article.text, [(sentence.start, sentence.end) for sentence in self.sentences], self.language)


@dataclass(frozen=True)
class Paragraph:
    #: ``text``, ``heading``, ``item`` and others: the names of the command line.
    kind: str
    text: str


@dataclass(frozen=True)
class Article:
    """The article of a page, with what the page says about it. ``str()`` gives its text."""

    headline: str | None
    standfirst: str | None
    byline: str | None
    #: When it was published, as the page says: ISO 8601.
    published: str | None
    #: BCP 47, as the page says.
    language: str | None
    page: Page | None
    paragraphs: tuple[Paragraph, ...]
    text: str = field(repr=False)
    _json: str = field(repr=False, compare=False)

    def to_json(self) -> str:
        """The line that ``nutgraf extract --format json`` prints, byte for byte but for the line's end."""
        return self._json

    def to_dict(self) -> dict[str, Any]:
        result: dict[str, Any] = json.loads(self._json)
        return result

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Piece:
    """A sentence of a text."""

    text: str
    start: int
    end: int
    offset: int
    length: int


@dataclass(frozen=True)
class EntityMention(Piece):
    """Where a text names an entity."""

    #: What the entity is called where it is named in full.
    name: str
    kind: str
    weight: float


def _places(told: dict[str, Any], place: Callable[[int], int]) -> dict[str, int]:
    offset, length = told["offset"], told["length"]
    return {"start": place(offset), "end": place(offset + length), "offset": offset, "length": length}


def _page_of(told: dict[str, Any]) -> Page | None:
    page = told.get("page")
    return None if page is None else Page(page["kind"], page["confidence"])


def summary_of(line: str, text: str) -> Summary:
    told = json.loads(line)
    place = code_points(text)
    figures = told["article"]
    return Summary(
        language=told["language"],
        headline=told["headline"],
        sentences=tuple(
            Sentence(
                text=one["text"],
                **_places(one, place),
                paragraph=one["paragraph"],
                rank_score=one["rankScore"],
                signals=one["signals"],
                entities=tuple(one["entities"]),
                mentions=tuple(Mention(**_places(each, place), entity=each["entity"]) for each in one["mentions"]),
            )
            for one in told["sentences"]
        ),
        entities=tuple(Entity(one["name"], one["kind"], one["weight"], one["mentions"]) for one in told["entities"]),
        words=told["words"],
        reading_seconds=told["readingSeconds"],
        article=ArticleFigures(text, figures["words"], figures["sentences"], figures["readingSeconds"]),
        page=_page_of(told),
        worthwhile=told["worthwhile"],
        truncated=told["truncated"],
        _json=line,
    )


def article_of(line: str, text: str) -> Article:
    told = json.loads(line)
    return Article(
        headline=told["headline"],
        standfirst=told["standfirst"],
        byline=told["byline"],
        published=told["published"],
        language=told["language"],
        page=_page_of(told),
        paragraphs=tuple(Paragraph(one["kind"], one["text"]) for one in told["paragraphs"]),
        text=text,
        _json=line,
    )


def sentences_of(line: str, text: str) -> list[Piece]:
    place = code_points(text)
    return [Piece(text=one["text"], **_places(one, place)) for one in json.loads(line)]


def mentions_of(line: str, text: str) -> list[EntityMention]:
    place = code_points(text)
    return [
        EntityMention(text=one["text"], **_places(one, place), name=one["name"], kind=one["kind"], weight=one["weight"])
        for one in json.loads(line)
    ]
