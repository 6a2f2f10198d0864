"""nutgraf summarizes news: it picks the few sentences of a story that carry it, word for word.

No model is downloaded, and nothing leaves the machine. The same text and options give the same summary as the command line
and the widget, byte for byte.
"""

from ._calls import (
    Item,
    SummaryLength,
    SummaryType,
    entities,
    extract,
    sentences,
    summarize,
    summarize_batch,
    summarize_html,
)
from ._errors import EmptyError, InvalidOptionError, NoArticleError, NutgrafError
from ._results import Article, ArticleFigures, Entity, EntityMention, Mention, Page, Paragraph, Piece, Sentence, Summary

__all__ = [
    "Article",
    "ArticleFigures",
    "EmptyError",
    "Entity",
    "EntityMention",
    "InvalidOptionError",
    "Item",
    "Mention",
    "NoArticleError",
    "NutgrafError",
    "Page",
    "Paragraph",
    "Piece",
    "Sentence",
    "Summary",
    "SummaryLength",
    "SummaryType",
    "entities",
    "extract",
    "sentences",
    "summarize",
    "summarize_batch",
    "summarize_html",
]
