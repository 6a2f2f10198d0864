#!/usr/bin/env python3
"""Scores `nutgraf entities` against the gold sets: F1 of mentions (types ignored), density, salient mass of the
heaviest entities and of what summaries name.

    score.py [--data ../shared] [--binary target/release/nutgraf] [--set PART-OF-NAME]

Mentions are compared as exact spans; facts (numbers, dates, money) are left out. Lone sentences are given one call
each, as they have no document. Standard library only.
"""

import argparse
import json
import random
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from labelled import entities, read
from prepare import gold, gum, others, silver

NAMES = {"person", "place", "organisation", "other"}
SYSTEMS = ["nutgraf", "LEAD", "LexRank", "TextRank"]
SUMMARY_SENTENCES = 3
RESAMPLES = 2000
# Documents of the silver sets are read whole; so many are enough.
SILVER_DOCUMENTS = 120


def f1(binary, name, lang, documents):
    documents = [d for d in documents if d[0].strip()]
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda d: entities(binary, d[0], lang), documents))
    right = found = wanted = 0
    for (_, spans), answer in zip(documents, answers):
        names = {(a, b) for a, b, _, kind, _ in answer if kind in NAMES}
        right += len(names & set(spans))
        found += len(names)
        wanted += len(set(spans))
    p, r = 100 * right / max(found, 1), 100 * right / max(wanted, 1)
    print(f"{name:32} {lang}  F1 {2 * p * r / max(p + r, 1e-9):5.1f}  P {p:5.1f}  R {r:5.1f}  of {wanted}", flush=True)


def ranks(values):
    order = sorted(range(len(values)), key=values.__getitem__)
    rank, at = [0.0] * len(values), 0
    while at < len(order):
        end = at
        while end < len(order) and values[order[end]] == values[order[at]]:
            end += 1
        for i in order[at:end]:
            rank[i] = (at + end - 1) / 2
        at = end
    return rank


def spearman(xs, ys):
    a, b = ranks(xs), ranks(ys)
    ma, mb = sum(a) / len(a), sum(b) / len(b)
    top = sum((x - ma) * (y - mb) for x, y in zip(a, b))
    return top / (sum((x - ma) ** 2 for x in a) * sum((y - mb) ** 2 for y in b)) ** 0.5


def documents_of_gum(data):
    """Text, gold sentences, named mentions with their entity, salience of each entity."""
    for doc in read(data, "gum_news")["docs"]:
        text, sentences, mentions = "", [], []
        for number, paragraph in enumerate(doc["paragraphs"]):
            base = len(text)
            text += paragraph["text"] + "\n\n"
            if number:
                sentences += [(base + a, base + b) for a, b in paragraph["sentences"]]
            mentions += [(base + m["start"], base + m["end"], m["eid"], m["head_propn"], m["type"]) for m in paragraph["entities"]]
        salience = {int(e): float(n) for e, n in re.findall(r"(\d+) \((\d+)\*?\)", doc["meta"]["salientEntities"])}
        yield text, sentences, mentions, salience


def mass_of_best_five(mentions, salience):
    named_ids = {eid for _, _, eid, named_, _ in mentions if named_}
    return sum(sorted((s for e, s in salience.items() if e in named_ids), reverse=True)[:5])


def gum_measures(binary, data):
    ours, theirs, shares = [], [], []
    for text, sentences, mentions, salience in documents_of_gum(data):
        found = [e for e in entities(binary, text, "en") if e[3] in NAMES]
        proper = {(a, b) for a, b, _, named_, kind in mentions if named_ and kind != "time"}
        for a, b in sentences:
            words = max(len(text[a:b].split()), 1)
            ours.append(sum(a <= e[0] < b for e in found) / words)
            theirs.append(sum(a <= m[0] < b for m in proper) / words)
        # Which gold entity each of ours is: that of the named mentions it overlaps most often.
        weight, votes = {}, {}
        for start, end, name, _, w in found:
            weight[name] = w
            for a, b, eid, named_, _ in mentions:
                if named_ and a < end and start < b:
                    tally = votes.setdefault(name, {})
                    tally[eid] = tally.get(eid, 0) + 1 / (1 + abs(b - a - (end - start)))
        best = mass_of_best_five(mentions, salience)
        got, taken = 0.0, set()
        for name in sorted(weight, key=weight.get, reverse=True)[:5]:
            eid = max(votes[name], key=votes[name].get) if name in votes else None
            if eid not in taken:
                got += salience.get(eid, 0.0)
                taken.add(eid)
        shares.append(got / best if best else 1.0)
    print(f"GUM news: density's rank correlation {spearman(ours, theirs):.3f} over {len(ours)} sentences; "
          f"top five hold {100 * sum(shares) / len(shares):.1f} % of the salient mass of the best five")


def gum_coverage(binary, data, *options):
    """How much salient mass summaries name, by gold mentions, of that of the best five: more than 1 can be named."""
    documents = list(documents_of_gum(data))
    lines = []
    for text, *_ in documents:
        title, body = text.split("\n\n", 1)
        lines.append(json.dumps({"title": title, "text": body, "lang": "en"}))
    command = [binary, "eval", "--choices", "--sentences", str(SUMMARY_SENTENCES), "--systems", ",".join(SYSTEMS), *options]
    done = subprocess.run([*command, "--data", "-"], input="\n".join(lines), capture_output=True, text=True, check=True)
    shares = {system: [] for system in SYSTEMS}
    for (text, _, mentions, salience), line in zip(documents, done.stdout.splitlines(), strict=True):
        best = mass_of_best_five(mentions, salience)
        for system, sentences in json.loads(line)["choices"].items():
            at, named_in = text.index("\n\n"), set()
            for sentence in sentences:
                start = text.index(sentence, at)
                at = start + len(sentence)
                named_in |= {eid for a, _, eid, named_, _ in mentions if named_ and start <= a < at}
            shares[system].append(sum(salience.get(e, 0.0) for e in named_in) / best if best else 1.0)
    means = {system: sum(own) / len(own) for system, own in shares.items()}
    differences = [ours - lead for ours, lead in zip(shares["nutgraf"], shares["LEAD"])]
    seeded = random.Random(1)
    drawn = sorted(sum(seeded.choices(differences, k=len(differences))) / len(differences) for _ in range(RESAMPLES))
    low, high = drawn[RESAMPLES // 40], drawn[-RESAMPLES // 40]
    print(f"GUM news{' without headlines' if options else ''}: {SUMMARY_SENTENCES} sentences name, of the salient mass of "
          "the best five, " + ", ".join(f"{system} {mean:.2f}" for system, mean in means.items())
          + f"; nutgraf - LEAD {means['nutgraf'] - means['LEAD']:+.2f} [{low:+.2f}, {high:+.2f}]")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--data", type=Path, default=Path("../shared"))
    arguments.add_argument("--binary", default="target/release/nutgraf")
    arguments.add_argument("--set", default="")
    asked = arguments.parse_args()
    sets = [
        ("UNER PUD news", "pt", lambda: gold(asked.data, "ner_uner_pud_news_pt")),
        ("UNER PUD news", "ru", lambda: gold(asked.data, "ner_uner_pud_news_ru")),
        ("UNER PUD news", "zh", lambda: gold(asked.data, "ner_uner_pud_news_zh")),
        ("UNER EWT dev", "en", lambda: gold(asked.data, "ner_uner_ewt_en_dev")),
        ("GUM news", "en", lambda: gum(asked.data)),
        ("cnndm, machine-made", "en", lambda: list(silver(asked.data, "en_cnndm"))[:SILVER_DOCUMENTS]),
    ]
    for name, lang, _, documents in others(asked.data):
        if "wiki" in name or lang == "de":
            sets.append((name, lang, lambda documents=documents: documents))
    for name, lang, documents in sets:
        if asked.set in f"{name} {lang}":
            f1(asked.binary, name, lang, list(documents()))
    if asked.set in "GUM measures":
        gum_measures(asked.binary, asked.data)
        gum_coverage(asked.binary, asked.data)
        gum_coverage(asked.binary, asked.data, "--untitled")


if __name__ == "__main__":
    main()
