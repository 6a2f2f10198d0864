"""Labelled names, as tools/names and tools/kinds read them: the files of the sets, and what of a span is the name."""

import json
import re
import subprocess
from collections import Counter

# A surface that the teacher tags this often in a document is tagged wherever it stands alone.
SETTLED = 2


def read(data, name):
    return json.loads((data / "language" / f"{name}.json").read_text(encoding="utf-8"))


def teacher(data, name):
    """Documents with the spans that the teacher found: (text, [(start, end, label), …])."""
    found = read(data, f"silver_{name}")["spans"]
    with open(data / "eval" / f"{name}.jsonl", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["id"] in found:
                yield row["text"], found[row["id"]]


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


def treebank(sentences):
    """Treebank sentences: spans over tokens become labelled spans over the text, contractions of the treebank skipped."""
    for sentence in sentences:
        words = sentence["tokens"]
        text = sentence.get("text") or spaced(words)
        places, at = [], 0
        for word in words:
            found = text.find(word, at, at + len(word) + 12)
            places.append((found, found + len(word)) if found >= 0 else None)
            at = found + len(word) if found >= 0 else at
        spans = []
        for first, end, *label in sentence["ents"]:
            inside = [p for p in places[first:end] if p]
            if inside:
                spans.append((inside[0][0], inside[-1][1], *label))
        yield text, spans


def spaced(words):
    """Words as they stand in print: no space before a closing mark or clitic, none after an opening one."""
    text = ""
    for word in words:
        glue = not text or text[-1] in "([„“«¿¡" or re.match(r"(?:[.,;:!?)\]”»%…]+|['’]\w{0,2}|n['’]t)$", word)
        text += word if glue else " " + word
    return text


def entities(binary, text, lang):
    """The entities that the program finds, as (start, end, name, kind, weight), in code points."""
    done = subprocess.run([binary, "entities", "--input", "text", "--lang", lang, "-"], input=text.encode(),
                          capture_output=True, check=False)
    if done.returncode:
        return []
    units = text.encode("utf-16-le")
    found = []
    for item in json.loads(done.stdout):
        start = len(units[:2 * item["offset"]].decode("utf-16-le"))
        found.append((start, start + len(item["text"]), item["name"], item["kind"], item["weight"]))
    return found
