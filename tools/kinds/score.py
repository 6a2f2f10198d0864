#!/usr/bin/env python3
"""Scores the kinds that `nutgraf entities` gives to names against typed gold sets.

    score.py [--data ../shared] [--binary target/release/nutgraf] [--set PART-OF-NAME]

Of the mentions found whose span is a labelled one, the share whose kind is right; of those listed as a person, a place,
an organisation, and under Who (a person or an organisation), the share that is labelled so: of the matched ones, then
of all that are listed, where one that overlaps a name of the kind counts. The weights are fitted on most of these sets: `make train-kinds` prints the cross-validated
figures, which are the ones to cite. Standard library only.
"""

import argparse
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from prepare import sets

sys.path.append(str(Path(__file__).resolve().parent.parent / "names"))
from labelled import entities  # noqa: E402

KINDS = ("person", "place", "organisation")
# Documents of the machine-labelled sets are read whole; so many are enough.
SILVER_DOCUMENTS = 120


def score(binary, name, lang, documents):
    documents = [d for d in documents if d[0].strip()]
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda d: entities(binary, d[0], lang), documents))
    matched, listed, right, real = Counter(), Counter(), Counter(), Counter()
    for (_, spans), answer in zip(documents, answers):
        labels = {(a, b): kind for a, b, kind in spans}
        for start, end, _, kind, _ in answer:
            label = labels.get((start, end))
            if label in KINDS:
                matched["all"] += 1
                right["all"] += kind == label
            if kind not in KINDS:
                continue
            for group in [(kind,)] + ([("person", "organisation")] if kind != "place" else []):
                key = group[0] if len(group) == 1 else "Who"
                listed[key] += 1
                matched[key] += label in KINDS
                right[key] += label in group
                real[key] += any(a < end and start < b and name in group for a, b, name in spans)
    shares = "  ".join(f"{key} {100 * right[key] / max(matched[key], 1):5.1f} ({100 * real[key] / max(listed[key], 1):5.1f})"
                       for key in (*KINDS, "Who"))
    print(f"{name:24} {lang}  right {100 * right['all'] / max(matched['all'], 1):5.1f} of {matched['all']:5}  listed: {shares}", flush=True)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--data", type=Path, default=Path("../shared"))
    arguments.add_argument("--binary", default="target/release/nutgraf")
    arguments.add_argument("--set", default="")
    asked = arguments.parse_args()
    grouped = {}
    for name, lang, documents in sets(asked.data):
        if asked.set in f"{name} {lang}":
            grouped.setdefault((name, lang), []).extend(documents)
    for (name, lang), documents in grouped.items():
        score(asked.binary, name, lang, documents[:SILVER_DOCUMENTS] if "silver" in name else documents)


if __name__ == "__main__":
    main()
