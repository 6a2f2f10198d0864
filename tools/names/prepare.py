#!/usr/bin/env python3
"""Gathers labelled text for the name tagger into one JSONL file that `train-names` reads.

    prepare.py --data ../shared --out target/names/all.jsonl

One document a line: {"set", "lang", "model", "number", "aside", "text", "spans": [[start, end], …]}, spans in bytes of
UTF-8, `number` its place in its set, `aside` for what is only measured. Which sets go in, and what may be fitted on
them: `sets` below. Standard library only.
"""

import argparse
import json
from collections import defaultdict
from pathlib import Path

from labelled import clean, named, read, settle, teacher, treebank

# Labels of the English teacher that are names of people, organisations and places. Nationalities, events, products
# and works are left out: taken as names they cost the density signal .03 to .05 of rank correlation.
NAME_LABELS = {"PERSON", "ORG", "GPE", "LOC", "FAC"}


def silver(data, name):
    """Documents with machine-made spans, cleaned as the reference taggings of names are."""
    for text, found in teacher(data, name):
        spans = [clean(text, a, b) for a, b, label in found if label in NAME_LABELS]
        yield text, settle(text, [s for s in spans if s])


def gum(data):
    """GUM news: named people, organisations and places, cut to the run of capitalised words around the head."""
    kinds = {"person", "organization", "place"}
    for doc in read(data, "gum_news")["docs"]:
        text, spans = "", []
        for paragraph in doc["paragraphs"]:
            base = len(text)
            if paragraph["block"] == "head" and not text:
                text = paragraph["text"] + "\n\n"
                continue
            for mention in named(paragraph, kinds):
                spans.append((base + mention[0], base + mention[1]))
            text += paragraph["text"] + "\n\n"
        yield text, spans


def tokens(sentences):
    """Treebank sentences, each with its spans."""
    for text, spans in treebank(sentences):
        yield text, [span[:2] for span in spans]


def gold(data, name):
    return tokens(read(data, name)["sentences"])


def others(data):
    for part in read(data, "names_other_languages")["sets"]:
        yield part["name"].split(" ")[0] + (" wiki" if "wiki" in part["name"] else ""), part["lang"], part["kind"], tokens(part["sentences"])


def sets(data):
    """(name, language, only for measuring, model, documents). `model` says which weights may be fitted on it: "en" has
    MIT-labelled and CC BY text, "sa" CC BY-SA."""
    yield "cnndm silver", "en", False, "en", silver(data, "en_cnndm")
    yield "inshorts silver", "en", False, "en", silver(data, "en_inshorts")
    yield "GUM news", "en", False, "en", gum(data)
    yield "WNUT-17", "en", False, "en", gold(data, "ner_wnut17_train")
    yield "UNER EWT dev", "en", False, "sa", gold(data, "ner_uner_ewt_en_dev")
    yield "UNER PUD news pt", "pt", True, "sa", gold(data, "ner_uner_pud_news_pt")
    yield "UNER PUD news ru", "ru", True, "sa", gold(data, "ner_uner_pud_news_ru")
    grouped = defaultdict(list)
    for name, lang, kind, documents in others(data):
        grouped[name, lang].extend(documents)
    for (name, lang), documents in grouped.items():
        yield name, lang, False, "sa", documents


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--data", type=Path, default=Path("../shared"))
    arguments.add_argument("--out", type=Path, required=True)
    asked = arguments.parse_args()
    with open(asked.out, "w", encoding="utf-8") as out:
        for name, lang, aside, model, documents in sets(asked.data):
            for number, (text, spans) in enumerate(documents):
                def at(offset):
                    return len(text[:offset].encode())
                row = {"set": name, "lang": lang, "model": model, "number": number, "aside": aside,
                       "text": text, "spans": [[at(a), at(b)] for a, b in sorted(spans)]}
                out.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
