#!/usr/bin/env python3
"""Scores `nutgraf sentences` against golden rules and real text with gold sentence ends, and language identification.

    python3 tools/language/score.py [--data ../shared/language] [--articles ../shared/eval]
                                    [--binary target/release/nutgraf] [--failures] [--only PART]

Every text goes through the command line as plain text in its language, a process each, as a user would run it.
Golden rules count as met when the sentences are the expected ones, white space aside. On real text precision and
recall are of sentence ends (behind the last character that is no space) inside paragraphs: a paragraph's own end
is given, so it counts for nobody; `F1 all` counts it. Standard library only.
"""

import argparse
import collections
import concurrent.futures
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Identification is measured on so many texts a set, cut to so many characters.
MOST_TEXTS = 120
CUTS = (100, 200, 5000)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=pathlib.Path, default=ROOT / "../shared/language")
    parser.add_argument("--articles", type=pathlib.Path, default=ROOT / "../shared/eval")
    parser.add_argument("--binary", default=str(ROOT / "target/release/nutgraf"))
    parser.add_argument("--failures", action="store_true", help="print every miss")
    parser.add_argument("--only", default="", help="only the parts (sets, languages) whose name contains this")
    return parser.parse_args()


class Scorer:
    def __init__(self, options):
        self.options = options

    def sentences(self, text, language):
        """The sentences of a text as [start, end) in code points."""
        command = [self.options.binary, "sentences", "--input", "text", "--lang", language]
        run = subprocess.run(command, input=text.encode(), capture_output=True)
        if run.returncode != 0:
            return []
        # Offsets are UTF-16 units: 2 bytes each in this form of the text.
        units = text.encode("utf-16-le")
        spans = []
        for sentence in json.loads(run.stdout):
            start = len(units[: 2 * sentence["offset"]].decode("utf-16-le"))
            spans.append([start, start + len(sentence["text"])])
        return spans

    def map(self, texts):
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            return list(pool.map(lambda pair: self.sentences(*pair), texts))

    def wanted(self, name):
        return self.options.only in name


def golden_rules(scorer):
    rules = json.loads((scorer.options.data / "golden_rules.json").read_text())["rules"]
    rules = [r for r in rules if scorer.wanted(f"golden {r['lang']} {r['set']}")]
    found = scorer.map([(r["text"], r["lang"]) for r in rules])
    tally = collections.defaultdict(lambda: [0, 0])
    languages = collections.defaultdict(lambda: [0, 0])
    for rule, spans in zip(rules, found):
        got = ["".join(rule["text"][s:e].split()) for s, e in spans]
        met = got == ["".join(s.split()) for s in rule["expected"]]
        keys = [("English" if rule["lang"] == "en" else "others")]
        if rule["lang"] == "en" and rule["set"] == "golden":
            keys.append("English, golden only")
        for key in keys:
            tally[key][0] += met
            tally[key][1] += 1
        languages[rule["lang"]][0] += met
        languages[rule["lang"]][1] += 1
        if not met and scorer.options.failures:
            print(f"--- {rule['lang']} {rule['set']} {rule['name']}{'' if rule['span_ok'] else ' (cleans the text)'}")
            print(f"    text {rule['text']!r}\n    want {rule['expected']!r}")
            print(f"    got  {[rule['text'][s:e] for s, e in spans]!r}")
    for key, (met, of) in tally.items():
        print(f"golden rules, {key:22} {met:4} of {of:4}  {met / of:6.1%}")
    print("  by language:", ", ".join(f"{k} {a}/{b}" for k, (a, b) in sorted(languages.items())))


def real_texts(data):
    """(name, language, paragraphs as (text, gold spans))"""
    for s in json.loads((data / "sentences.json").read_text())["sets"]:
        yield f"{s['lang']} {s['name']}", s["lang"], [(p["text"], p["sents"]) for p in s["paragraphs"]]
    docs = json.loads((data / "gum_news.json").read_text())["docs"]
    paragraphs = [p for d in docs for p in d["paragraphs"] if p["block"] == "p"]
    yield "en GUM news", "en", [(p["text"], p["sentences"]) for p in paragraphs]


def ends(text, spans):
    return {len(text[: end].rstrip()) for _, end in spans}


def f1(hits, found, gold):
    return 200.0 * hits / (found + gold) if found + gold else 100.0


def real_sets(scorer):
    scores = []
    for name, language, paragraphs in real_texts(scorer.options.data):
        if not scorer.wanted(name):
            continue
        found = scorer.map([(text, language) for text, _ in paragraphs])
        inside, whole = [0, 0, 0], [0, 0, 0]
        for (text, gold_spans), spans in zip(paragraphs, found):
            gold, got = ends(text, gold_spans), ends(text, spans)
            for counts, leave_out in ((inside, {len(text.rstrip())}), (whole, set())):
                for at, part in enumerate((gold & got, got, gold)):
                    counts[at] += len(part - leave_out)
            if scorer.options.failures:
                for at in sorted((gold ^ got) - {len(text.rstrip())}):
                    kind = "too many" if at in got else "missed  "
                    print(f"    {name} {kind} {text[max(0, at - 60):at]!r} ‖ {text[at:at + 50]!r}")
        hits, got, gold = inside
        scores.append(f1(*inside))
        print(
            f"{name:14} F1 {f1(*inside):5.1f}  precision {100 * hits / max(got, 1):5.1f}"
            f"  recall {100 * hits / max(gold, 1):5.1f}  F1 all {f1(*whole):5.1f}  ({gold} ends inside)"
        )
    if scores:
        print(f"mean F1 {sum(scores) / len(scores):5.1f}, least {min(scores):5.1f}")


def identification(scorer):
    """How many texts are told to be in their language by their first characters."""
    texts = collections.defaultdict(list)
    for path in sorted(scorer.options.articles.glob("*.jsonl")):
        lines = path.read_text().splitlines()[:MOST_TEXTS]
        texts[path.stem[:2]] += [json.loads(line)["text"] for line in lines]
    for name, language, paragraphs in real_texts(scorer.options.data):
        texts[f"{language} {name.split()[-1]}"] += [text for text, _ in paragraphs[:MOST_TEXTS]]
    asked = [(name, cut, text[:cut]) for name, of in texts.items() for text in of for cut in CUTS]
    lines = "\n".join(json.dumps({"id": at, "text": text}) for at, (_, _, text) in enumerate(asked))
    command = [scorer.options.binary, "summarize", "--input", "jsonl", "--format", "json", "--sentences", "1"]
    run = subprocess.run(command, input=lines.encode(), capture_output=True)
    right, total = collections.Counter(), collections.Counter()
    for line in run.stdout.splitlines():
        result = json.loads(line)
        name, cut, _ = asked[result["id"]]
        total[name, cut] += 1
        right[name, cut] += result.get("language") == name[:2]
    for name in texts:
        shares = ", ".join(f"{right[name, cut]} by {cut} characters" for cut in CUTS)
        print(f"language {name:9} of {total[name, CUTS[0]]:3}: {shares}")


def main():
    options = arguments()
    if not options.data.exists():
        sys.exit(f"There is no data at {options.data}, so nothing was measured.")
    scorer = Scorer(options)
    golden_rules(scorer)
    real_sets(scorer)
    if options.articles.exists() and not options.only:
        identification(scorer)


if __name__ == "__main__":
    main()
