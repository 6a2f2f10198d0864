"""Holds ROUGE as `nutgraf eval` computes it against the public rouge-score package.

    check.py NUTGRAF DATA.jsonl…     500 pairs of LEAD and reference; no F1 may differ by more than 0.01 (of 100)
"""

import json
import subprocess
import sys

from rouge_score import rouge_scorer

PAIRS = 500
MOST = 0.01
KINDS = ["rouge1", "rouge2", "rougeLsum"]


def pairs(paths):
    """The first lines of an article against its reference: PAIRS of them, the files by turns."""
    files = [[json.loads(line) for line in open(path, encoding="utf-8")] for path in paths]
    taken = []
    for number in range(max(map(len, files))):
        for records in files:
            if number < len(records) and len(taken) < PAIRS:
                record = records[number]
                # A line break after each end mark, so that ROUGE-Lsum has sentences to match.
                words = " ".join(record["text"].split()[:80])
                summary = words.replace(". ", ".\n").replace("? ", "?\n")
                taken.append({"summary": summary, "reference": record["summary"]})
    return taken


def main():
    binary, *paths = sys.argv[1:]
    given = pairs(paths)
    if not given:
        sys.exit("check.py: no pairs: is the data there?")
    lines = "".join(json.dumps(pair) + "\n" for pair in given)
    ours = subprocess.run([binary, "eval", "--pairs", "--data", "-"], input=lines, capture_output=True, text=True, check=True)
    scorer = rouge_scorer.RougeScorer(KINDS, use_stemmer=True)
    worst = {kind: 0.0 for kind in KINDS}
    for pair, line in zip(given, ours.stdout.splitlines(), strict=True):
        theirs = scorer.score(pair["reference"], pair["summary"])
        own = json.loads(line)
        for kind in KINDS:
            worst[kind] = max(worst[kind], 100 * abs(theirs[kind].fmeasure - own[kind]))
    print(f"{len(given)} pairs; largest difference of F1 x 100: " + ", ".join(f"{k} {v:.4f}" for k, v in worst.items()))
    sys.exit(max(worst.values()) > MOST)


if __name__ == "__main__":
    main()
