"""Summaries in Spark: every partition by the package itself, on Arrow batches; nothing is shuffled.

``python -m nutgraf.spark IN.parquet OUT.parquet`` is the job.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyarrow
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.types import ArrayType, StringType, StructField, StructType

from ._calls import SummaryLength, SummaryType, answers_of, options_of
from ._errors import NutgrafError, error_of

if TYPE_CHECKING:
    from collections.abc import Callable

#: What is added to each row: the sentences, the line of ``nutgraf summarize --format json``, and the code of the error
#: where there is none.
ADDED = StructType(
    [
        StructField("summary", ArrayType(StringType())),
        StructField("summary_json", StringType()),
        StructField("summary_error", StringType()),
    ]
)

#: The column that a title is read from where the call names none and there is one.
_TITLE = "title"


def _invalid(message: str) -> NutgrafError:
    return error_of({"code": "invalid-option", "message": message})


def _columns(df: DataFrame, named: dict[str, str | None]) -> dict[str, str]:
    """The columns to read, by what is in them."""
    read = {member: column for member, column in named.items() if column is not None}
    for member, column in list(read.items()):
        if column in df.columns:
            continue
        if member == "title" and column == _TITLE:
            del read[member]
        else:
            raise _invalid(f"there is no column {column!r}: the columns are {', '.join(df.columns)}")
    taken = [field.name for field in ADDED if field.name in df.columns]
    if taken:
        raise _invalid(f"there is a column {taken[0]!r} already")
    return read


def _on_batches(
    read: dict[str, str], options: str, any_page: bool
) -> Callable[[Iterator[pyarrow.RecordBatch]], Iterator[pyarrow.RecordBatch]]:
    """What runs in the tasks: each batch with its summaries, its other columns as they were."""

    def run(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        for batch in batches:
            columns = {member: batch.column(name).to_pylist() for member, name in read.items()}
            articles = [dict(zip(columns, values)) for values in zip(*columns.values())]
            # A row without a text is an empty article; with html alone that is the text.
            body = "html" if "html" in read else "text"
            for article in articles:
                article[body] = article[body] or ""
            # A task has one processor.
            answers = list(answers_of(articles, options, any_page, workers=1))
            lines = [None if isinstance(answer, NutgrafError) else answer[0] for answer in answers]
            sentences = [line and [sentence["text"] for sentence in json.loads(line)["sentences"]] for line in lines]
            added = [
                pyarrow.array(sentences, pyarrow.list_(pyarrow.string())),
                pyarrow.array(lines, pyarrow.string()),
                pyarrow.array([answer.code if isinstance(answer, NutgrafError) else None for answer in answers], pyarrow.string()),
            ]
            names = [*batch.schema.names, *ADDED.fieldNames()]
            yield pyarrow.RecordBatch.from_arrays([*batch.columns, *added], names=names)

    return run


def summarize(
    df: DataFrame,
    text: str | None = "text",
    title: str | None = _TITLE,
    lang: str | None = None,
    type: SummaryType = "key-points",
    sentences: int | None = None,
    words: int | None = None,
    *,
    html: str | None = None,
    length: SummaryLength = "short",
    context: str | None = None,
    any_page: bool = False,
) -> DataFrame:
    """The rows with their summaries: the columns ``summary`` (the sentences), ``summary_json`` (the line of ``nutgraf summarize
    --format json``) and ``summary_error`` (``empty``, ``no-article`` or ``invalid-option``; null where there is a summary).

    ``text``, or ``html`` with ``text=None``, and ``title`` are names of columns; without a column ``title`` there are no titles.
    The other arguments are those of ``nutgraf.summarize_batch``. Rows stay in their partitions, and no other column changes.

    Raises ``InvalidOptionError`` for a column that is not there, or that is there already, and for wrong options.
    """
    if (text is None) == (html is None):
        raise _invalid("either text or html is to name a column")
    options = options_of(lang, type, length, sentences, words, context)
    # A wrong option is told here, not by a task that fails.
    answers_of([], options, any_page, workers=1)
    read = _columns(df, {"text": text, "html": html, "title": title})
    return df.mapInArrow(_on_batches(read, options, any_page), StructType([*df.schema, *ADDED]))


def main(arguments: list[str] | None = None) -> int:
    """Reads Parquet, summarizes, and writes Parquet."""
    parser = argparse.ArgumentParser(prog="python -m nutgraf.spark", description="Summarizes Parquet by Spark.")
    parser.add_argument("source", metavar="IN.parquet")
    parser.add_argument("target", metavar="OUT.parquet")
    parser.add_argument("--text", default=None, help="the column of the texts (default: text)")
    parser.add_argument("--html", default=None, help="the column of the pages, instead of texts")
    parser.add_argument("--title", default=_TITLE, help="the column of the titles (default: title, where there is one)")
    parser.add_argument("--type", default="key-points", choices=["key-points", "tldr", "teaser", "headline"])
    parser.add_argument("--length", default="short", choices=["short", "medium", "long"])
    parser.add_argument("--lang", default=None, help="the language of all articles, as a BCP 47 tag")
    parser.add_argument("--partitions", type=int, default=None, help="parts to cut the input into, where it has too few")
    parser.add_argument("--overwrite", action="store_true", help="replace what is at OUT.parquet")
    asked = parser.parse_args(arguments)
    spark = SparkSession.builder.appName("nutgraf").getOrCreate()
    try:
        df = spark.read.parquet(asked.source)
        if asked.partitions is not None:
            df = df.repartition(asked.partitions)
        text = asked.text if asked.html is not None else asked.text or "text"
        done = summarize(df, text, asked.title, asked.lang, asked.type, html=asked.html, length=asked.length)
        done.write.mode("overwrite" if asked.overwrite else "errorifexists").parquet(asked.target)
    except NutgrafError as error:
        print(f"nutgraf.spark: {error}", file=sys.stderr)
        return 2
    finally:
        spark.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
