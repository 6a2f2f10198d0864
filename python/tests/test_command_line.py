"""The package and the command line give the same, byte for byte."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest import CommandLine

import nutgraf

OPTIONS: list[tuple[list[str], dict[str, Any]]] = [
    ([], {}),
    (["--type", "tldr"], {"type": "tldr"}),
    (["--type", "teaser", "--length", "long"], {"type": "teaser", "length": "long"}),
    (["--type", "headline"], {"type": "headline"}),
    (["--sentences", "2"], {"sentences": 2}),
    (["--words", "40"], {"words": 40}),
    (["--lang", "de"], {"lang": "de"}),
    (["--context", "police and courts"], {"context": "police and courts"}),
]


@pytest.mark.parametrize(("arguments", "options"), OPTIONS, ids=lambda value: " ".join(value) or "none")
def test_summaries(arguments: list[str], options: dict[str, Any], stories: list[str], command_line: CommandLine) -> None:
    for story in stories:
        printed = command_line("summarize", "--input", "text", "--format", "json", *arguments, given=story)
        assert nutgraf.summarize(story, **options).to_json().encode() + b"\n" == printed


def test_batches(stories: list[str], command_line: CommandLine) -> None:
    articles = [{"text": story, "title": "A title", "lang": "en"} for story in stories] + [{"text": ""}]
    lines = command_line("summarize", "--input", "jsonl", "--format", "json", given="\n".join(map(json.dumps, articles))).splitlines()
    results = list(nutgraf.summarize_batch(articles))
    assert len(results) == len(lines)
    for result, line in zip(results, lines):
        if isinstance(result, nutgraf.NutgrafError):
            assert json.loads(line)["error"] == {"code": result.code, "message": str(result)}
        else:
            assert result.to_json().encode() == line


def test_pages(pages: list[str], command_line: CommandLine) -> None:
    summarized = 0
    for page in pages:
        try:
            summary = nutgraf.summarize_html(page).to_json().encode() + b"\n"
            summarized += 1
        except nutgraf.NoArticleError as error:
            assert error.page is not None
            told = {"code": error.code, "message": str(error), "page": {"kind": error.page.kind, "confidence": error.page.confidence}}
            printed = command_line("summarize", "--input", "html", "--format", "json", given=page)
            assert json.loads(printed)["error"] == told
            continue
        assert summary == command_line("summarize", "--input", "html", "--format", "json", given=page)
        extracted = nutgraf.extract(page).to_json().encode() + b"\n"
        assert extracted == command_line("extract", "--format", "json", given=page)
    assert summarized > 2


def test_pieces(stories: list[str], command_line: CommandLine) -> None:
    for story in stories:
        printed = json.loads(command_line("sentences", "--input", "text", given=story))
        assert [{"offset": one.offset, "length": one.length, "text": one.text} for one in nutgraf.sentences(story)] == printed
        mentions = json.loads(command_line("entities", "--input", "text", given=story))
        assert [
            {"offset": one.offset, "length": one.length, "text": one.text, "name": one.name, "kind": one.kind, "weight": one.weight}
            for one in nutgraf.entities(story)
        ] == mentions
