#!/usr/bin/env python3
"""Gathers typed names for the classifier of kinds into one JSONL file that `train-kinds` reads.

    prepare.py --data ../shared --out target/kinds/all.jsonl

One document a line: {"set", "lang", "number", "lone", "text", "spans": [[start, end, kind], …]}, spans in bytes of UTF-8,
`number` its place in its set, `lone` for a paragraph of a document that is a line of its own as well, so that short
texts are learned from too. Which sets go in: `sets` below. Standard library only.
"""

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent / "names"))
from labelled import clean, named, read, settle, teacher, treebank  # noqa: E402

KINDS = {"PERSON": "person", "GPE": "place", "LOC": "place", "FAC": "place", "ORG": "organisation",
         "PER": "person", "person": "person", "place": "place", "organization": "organisation"}
# What the English teacher labels and is no name of the three kinds.
OTHERS = {"MISC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE"}


def silver(data, name):
    """Documents with machine-made spans: one kind for a surface in a document, a surname's kind that of the person."""
    for text, found in teacher(data, name):
        yield text, typed(text, found)


# What the English teacher takes for organisations and is none: places of two words that are known by heart ("Uttar
# Pradesh"), and taxes.
GAZETTEER = Path(__file__).resolve().parents[2] / "src" / "analysis" / "entity" / "gazetteer" / "en.txt"
PLACES = {word.replace("_", " ") for word in GAZETTEER.read_text(encoding="utf-8").split("[place]")[1].split("[")[0].split()
          if "_" in word}


def corrected(surface, label):
    if surface.lower() in PLACES:
        return "LOC"
    return "LAW" if surface.split()[-1] == "Tax" and label == "ORG" else label


def typed(text, found):
    kinds, others = {}, []
    for start, end, label in found:
        span = clean(text, start, end)
        label = corrected(text[slice(*span)], label) if span else label
        if span and label in KINDS:
            kinds[span] = KINDS[label]
        elif span and label in OTHERS:
            others.append(span)
    votes = defaultdict(Counter)
    for (a, b), kind in kinds.items():
        votes[text[a:b]][kind] += 1
    for surface, counts in list(votes.items()):
        words = surface.split()
        if len(words) in (2, 3) and counts.most_common(1)[0][0] == "person" and words[-1] in votes:
            votes[words[-1]]["person"] += sum(votes[words[-1]].values())
    spans = settle(text, list(kinds))
    labelled = [(a, b, votes[text[a:b]].most_common(1)[0][0]) for a, b in spans]
    return labelled + [(a, b, "other") for a, b in others if not any(a < y and x < b for x, y in spans)]


def gum(data):
    for doc in read(data, "gum_news")["docs"]:
        text, spans = "", []
        for paragraph in doc["paragraphs"]:
            base = len(text)
            kind_of = {}
            for label in ("person", "place", "organization"):
                for span in named(paragraph, {label}):
                    kind_of[span] = KINDS[label]
            for span in named(paragraph):
                kind = kind_of.get(span)
                if kind is None and any(span[0] < b and a < span[1] for a, b in kind_of):
                    continue
                spans.append((base + span[0], base + span[1], kind or "other"))
            text += paragraph["text"] + "\n\n"
        yield text, spans


def tokens(sentences):
    """Treebank sentences, each with its typed spans."""
    for text, spans in treebank(sentences):
        yield text, [(a, b, KINDS.get(label, "other")) for a, b, label in spans]


def gold(data, name):
    return tokens(read(data, name)["sentences"])


def sets(data):
    """(name, language, documents); what a set named "aside" has is only measured."""
    yield "aside: orangesum silver", "fr", silver(data, "fr_orangesum")
    yield "cnndm silver", "en", silver(data, "en_cnndm")
    yield "inshorts silver", "en", silver(data, "en_inshorts")
    yield "GUM news", "en", gum(data)
    yield "WNUT-17", "en", gold(data, "ner_wnut17_train")
    yield "UNER EWT dev", "en", gold(data, "ner_uner_ewt_en_dev")
    for lang in ("pt", "ru", "zh"):
        yield "UNER PUD news", lang, gold(data, f"ner_uner_pud_news_{lang}")
    for part in read(data, "names_other_languages")["sets"]:
        if part["kind"] == "named entities" or part["name"].startswith("UNER"):
            yield "UNER PUD wiki", part["lang"], tokens(part["sentences"])


def lone(text, spans):
    """The paragraphs of a document, long ones by sentence, each with its spans."""
    for hit in re.finditer(r"\S(?:[^\n]{0,300}?[.!?][\"”’]? (?=[A-Z\"“‘])|[^\n]*)", text):
        a, b = hit.span()
        yield text[a:b], [(s - a, e - a, kind) for s, e, kind in spans if a <= s and e <= b]


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--data", type=Path, default=Path("../shared"))
    arguments.add_argument("--out", type=Path, required=True)
    asked = arguments.parse_args()
    with open(asked.out, "w", encoding="utf-8") as out:
        for name, lang, documents in sets(asked.data):
            for number, (text, spans) in enumerate(documents):
                pieces = [(text, spans, False)]
                if not name.startswith("aside") and ("silver" in name or name.startswith("GUM")):
                    pieces += [(*piece, True) for piece in lone(text, spans)]
                for text, spans, is_lone in pieces:
                    row = {"set": name, "lang": lang, "number": number, "lone": is_lone, "text": text,
                           "spans": [[len(text[:a].encode()), len(text[:b].encode()), kind] for a, b, kind in sorted(spans)]}
                    out.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
