#!/usr/bin/env python3
"""Gathers labelled text for the name tagger into one JSONL file that `train-names` reads.

    prepare.py --data ../shared --out target/names/all.jsonl

One document a line: {"set", "lang", "model", "number", "aside", "text", "spans": [[start, end], …]}, spans in bytes of
UTF-8, `number` its place in its set, `aside` for what is only measured. Which sets go in, and what may be fitted on
them: `sets` below. Standard library only.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from pathlib import Path

# Labels of the English teacher that are names of people, organisations and places. Nationalities, events, products
# and works are left out: taken as names they cost the density signal .03 to .05 of rank correlation.
NAME_LABELS = {"PERSON", "ORG", "GPE", "LOC", "FAC"}
# A surface that the teacher tags this often in a document is tagged wherever it stands alone.
SETTLED = 2


def silver(data, name):
    """Documents with machine-made spans, cleaned as the reference taggings of names are."""
    found = json.loads((data / "language" / f"silver_{name}.json").read_text(encoding="utf-8"))["spans"]
    with open(data / "eval" / f"{name}.jsonl", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["id"] in found:
                text = row["text"]
                spans = [clean(text, a, b) for a, b, label in found[row["id"]] if label in NAME_LABELS]
                yield text, settle(text, [s for s in spans if s])


def clean(text, start, end):
    """A span without article, possessive and trailing marks; nothing if no capital is left in it."""
    piece = text[start:end]
    start += len(re.match(r"(?:(?:the|a|an)\s+)?[\s\"'“‘(]*", piece, re.IGNORECASE).group())
    piece = text[start:end]
    piece = re.sub(r"(?:['’]s?|[\s,.;:\"”)])+$", "", piece) if not re.search(r"\b(?:\w\.){2,}$", piece) else piece
    # Two names with a line break between them, or a span run wild.
    if "\n" in piece or len(piece) > 80 or not any(c.isupper() for c in piece):
        return None
    return start, start + len(piece)


def settle(text, spans):
    counts = Counter(text[a:b] for a, b in spans)
    taken = sorted(spans)
    for surface in [s for s, n in counts.items() if n >= SETTLED and s[0].isupper()]:
        for hit in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", text):
            a, b = hit.span()
            alone = not re.search(r"[A-Z][\w.'’-]*\s$", text[max(0, a - 30):a]) and not re.match(r"\s[A-Z]", text[b:b + 2])
            if alone and not any(a < y and x < b for x, y in taken):
                taken.append((a, b))
    return sorted(taken)


def gum(data):
    """GUM news: named people, organisations and places, cut to the run of capitalised words around the head."""
    kinds = {"person", "organization", "place"}
    for doc in json.loads((data / "language" / "gum_news.json").read_text(encoding="utf-8"))["docs"]:
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


def named(paragraph, kinds=None):
    """Maximal capitalised runs of the named mentions of a GUM paragraph, nested ones once."""
    spans = set()
    for m in paragraph["entities"]:
        if m["head_propn"] and m["type"] != "time" and (kinds is None or m["type"] in kinds):
            run = core(m["text"])
            if run:
                spans.add((m["start"] + run[0], m["start"] + run[1]))
    kept = []
    for span in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


LINKS = {"of", "the", "for", "and", "de", "la", "du", "van", "von", "&", "al", "bin", "del", "der", "in", "on"}
TITLES = set("""president prime minister mr mrs ms dr sir lord lady senator governor mayor king queen prince princess
general chancellor secretary judge justice captain colonel pope professor rev representative sergeant detective""".split())


def core(text):
    """The first run of capitalised words of a mention, small words inside it included, titles off."""
    words = [(m.start(), m.end(), m.group()) for m in re.finditer(r"[\w.&’'-]+", text)]
    first = next((i for i, w in enumerate(words) if w[2][0].isupper() and w[2].lower().strip(".") not in TITLES | {"the", "a", "an"}), None)
    if first is None:
        return None
    last, at = first, first + 1
    while at < len(words):
        gap = text[words[at - 1][1]:words[at][0]]
        if gap.strip():
            break
        if words[at][2][0].isupper() or words[at][2][0].isdigit():
            last = at
        elif words[at][2].lower() not in LINKS:
            break
        at += 1
    start, end = words[first][0], words[last][1]
    piece = re.sub(r"['’]s?$", "", text[start:end])
    if not re.search(r"(?:\w\.){2,}$", piece):
        piece = piece.rstrip(".'’")
    return (start, start + len(piece)) if piece else None


def tokens(sentences):
    """Treebank sentences: spans over tokens become spans over the text, contractions of the treebank skipped."""
    for sentence in sentences:
        words = sentence["tokens"]
        text = sentence.get("text") or spaced(words)
        places, at = [], 0
        for word in words:
            found = text.find(word, at, at + len(word) + 12)
            places.append((found, found + len(word)) if found >= 0 else None)
            at = found + len(word) if found >= 0 else at
        spans = []
        for first, end, *_ in sentence["ents"]:
            inside = [p for p in places[first:end] if p]
            if inside:
                spans.append((inside[0][0], inside[-1][1]))
        yield text, spans


def spaced(words):
    """Words as they stand in print: no space before a closing mark or clitic, none after an opening one."""
    text = ""
    for word in words:
        glue = not text or text[-1] in "([„“«¿¡" or re.match(r"(?:[.,;:!?)\]”»%…]+|['’]\w{0,2}|n['’]t)$", word)
        text += word if glue else " " + word
    return text


def gold(data, name):
    return tokens(json.loads((data / "language" / f"{name}.json").read_text(encoding="utf-8"))["sentences"])


def others(data):
    for part in json.loads((data / "language" / "names_other_languages.json").read_text(encoding="utf-8"))["sets"]:
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
