"""Many articles."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import nutgraf

ROOT = Path(__file__).parents[2]


def test_results_come_in_order_whatever_the_number_of_workers(stories: list[str]) -> None:
    many = stories * 20
    alone = [nutgraf.summarize(story) for story in stories] * 20
    for workers in (1, 2, 7, None):
        assert list(nutgraf.summarize_batch(many, workers=workers)) == alone


def test_a_generator_is_read_no_further_ahead_than_it_must() -> None:
    read = 0

    def endless() -> Iterator[str]:
        nonlocal read
        while True:
            read += 1
            yield f"The mayor of Riga opened bridge {read} on Monday."

    results = nutgraf.summarize_batch(endless())
    assert read == 0
    assert str(next(results)) == "The mayor of Riga opened bridge 1 on Monday."
    assert read == 512


def test_what_is_wrong_with_one_article_is_its_result() -> None:
    good = "The mayor of Riga opened the bridge."
    articles: list[object] = [good, "", 3, {"text": 3}, {}, {"text": good, "html": good}, {"text": good, "lang": "?"}, {"text": good, "id": 7}]
    results = list(nutgraf.summarize_batch(articles))  # type: ignore[arg-type]
    codes = [result.code if isinstance(result, nutgraf.NutgrafError) else str(result) for result in results]
    assert codes == [good, "empty", *["invalid-option"] * 5, good]


def test_the_interpreter_is_free_meanwhile(stories: list[str]) -> None:
    """Another thread goes on while a chunk is worked on: it ends although this thread waits for nothing but the batch."""
    text = "\n\n".join(stories)
    turns = 0
    stop = threading.Event()

    def count() -> None:
        nonlocal turns
        while not stop.is_set():
            turns += 1
            stop.wait(0.001)

    other = threading.Thread(target=count)
    other.start()
    try:
        before = turns
        next(nutgraf.summarize_batch([text] * 512, workers=1))
        during = turns - before
    finally:
        stop.set()
        other.join()
    assert during > 10


def test_the_example_summarizes_a_file(tmp_path: Path, stories: list[str]) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(json.dumps({"text": story}) + "\n" for story in [*stories, ""]), encoding="utf-8")
    ended = subprocess.run([sys.executable, ROOT / "python" / "examples" / "archive.py", source, target], check=False)
    assert ended.returncode == 1
    lines = target.read_text(encoding="utf-8").splitlines()
    assert lines[:-1] == [nutgraf.summarize(story).to_json() for story in stories]
    assert json.loads(lines[-1])["error"]["code"] == "empty"
