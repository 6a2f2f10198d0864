"""Summarizes an archive, a line of JSON an article, and writes a line of JSON a summary: python archive.py IN.jsonl OUT.jsonl."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

import nutgraf


def articles(path: str) -> Iterator[dict[str, Any]]:
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            article: dict[str, Any] = json.loads(line)
            yield article


def main(source: str, target: str) -> int:
    failed = 0
    with open(target, "w", encoding="utf-8") as out:
        for result in nutgraf.summarize_batch(articles(source)):
            if isinstance(result, nutgraf.NutgrafError):
                failed += 1
                print(json.dumps({"error": {"code": result.code, "message": str(result)}}), file=out)
            else:
                print(result.to_json(), file=out)
    return failed


if __name__ == "__main__":
    sys.exit(1 if main(*sys.argv[1:3]) else 0)
