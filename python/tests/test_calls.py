"""What the calls give and refuse."""

from __future__ import annotations

import pickle
from importlib.metadata import version
from typing import Any

import pytest
from conftest import ROOT

import nutgraf

STORY = "The mayor of Riga opened the new bridge on Monday. It had cost 9 million euros. Fishermen from Jurmala protested."


def test_places_are_of_the_text(stories: list[str]) -> None:
    for story in stories:
        summary = nutgraf.summarize(story, sentences=50)
        text = summary.article.text
        for sentence in summary.sentences:
            assert text[sentence.start : sentence.end] == sentence.text
            assert sentence.length == len(sentence.text.encode("utf-16-le")) // 2
            for mention in sentence.mentions:
                assert sentence.start <= mention.start < mention.end <= sentence.end
        assert "".join(text[piece.start : piece.end] for piece in nutgraf.sentences(story)) != ""
        for piece in nutgraf.sentences(story):
            assert story[piece.start : piece.end] == piece.text
        for named in nutgraf.entities(story):
            assert text[named.start : named.end] == named.text


def test_a_title_is_evidence_and_the_headline() -> None:
    summary = nutgraf.summarize(STORY, title="Fishermen protest", sentences=1)
    assert summary.headline == "Fishermen protest"
    assert str(nutgraf.summarize(STORY, type="headline")) != ""


def test_a_summary_is_a_value() -> None:
    summary = nutgraf.summarize(STORY)
    assert summary == nutgraf.summarize(STORY)
    assert pickle.loads(pickle.dumps(summary)) == summary
    assert summary.to_dict()["article"]["words"] == summary.article.words
    with pytest.raises(AttributeError):
        summary.words = 0  # type: ignore[misc]


def test_a_notebook_shows_the_article_with_the_sentences_marked() -> None:
    story = "A <b> & the mayor of Riga opened the bridge on Monday. It rained."
    shown = nutgraf.summarize(story, sentences=1)._repr_html_()
    assert "<mark>A &lt;b&gt; &amp; the mayor of Riga opened the bridge on Monday.</mark> It rained." in shown


@pytest.mark.parametrize(
    ("call", "error", "code"),
    [
        (lambda: nutgraf.summarize(" \n"), nutgraf.EmptyError, "empty"),
        (lambda: nutgraf.summarize("…"), nutgraf.NoArticleError, "no-article"),
        (lambda: nutgraf.summarize(STORY, sentences=0), nutgraf.InvalidOptionError, "invalid-option"),
        (lambda: nutgraf.summarize(STORY, words=-1), nutgraf.InvalidOptionError, "invalid-option"),
        (lambda: nutgraf.summarize(STORY, type="short"), nutgraf.InvalidOptionError, "invalid-option"),  # type: ignore[arg-type]
        (lambda: nutgraf.summarize(STORY, lang="deutsch-Deutschland"), nutgraf.InvalidOptionError, "invalid-option"),
        (lambda: nutgraf.summarize_html("<p>Log in <input type=password>"), nutgraf.NoArticleError, "no-article"),
        (lambda: nutgraf.extract(""), nutgraf.NutgrafError, "empty"),
        (lambda: nutgraf.summarize_batch([], sentences=0), nutgraf.InvalidOptionError, "invalid-option"),
        (lambda: nutgraf.summarize_batch([], workers=0), nutgraf.InvalidOptionError, "invalid-option"),
    ],
)
def test_errors_have_a_code(call: Any, error: type[nutgraf.NutgrafError], code: str) -> None:
    with pytest.raises(error) as caught:
        call()
    assert caught.value.code == code
    assert isinstance(caught.value, ValueError)
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.code, str(again), again.page) == (code, str(caught.value), caught.value.page)


@pytest.mark.parametrize("given", [None, 3, b"bytes", ["list"]])
def test_what_is_no_text_is_a_type_error(given: Any) -> None:
    with pytest.raises(TypeError):
        nutgraf.summarize(given)
    with pytest.raises(TypeError):
        nutgraf.extract(given)
    if given is not None:
        with pytest.raises(TypeError):
            nutgraf.summarize(STORY, title=given)


def test_half_a_surrogate_pair_is_read_as_a_replacement() -> None:
    summary = nutgraf.summarize("The mayor \ud83d of Riga opened the bridge.")
    assert summary.sentences[0].text == "The mayor \ufffd of Riga opened the bridge."


def test_the_version_is_that_of_the_crate() -> None:
    manifest = (ROOT / "Cargo.toml").read_text(encoding="utf-8")
    assert f'\nversion = "{version("nutgraf")}"\n' in manifest
