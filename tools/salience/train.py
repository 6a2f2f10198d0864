"""Fits the weights of src/salience/weights.rs to the development sets: `make train`.

    train.py NUTGRAF DATA-DIRECTORY WEIGHTS.rs

`nutgraf eval --features` gives the product's own features of every sentence, and how often each sentence is in one of
the best extracts; logistic regression finds what the features weigh. Three fits: articles with their headline,
articles without, and languages that have only small sets. The same data gives the same file, byte for byte.
"""

import json
import subprocess
import sys

import numpy as np
from sklearn.linear_model import LogisticRegression

LARGE = ["en_cnndm", "en_inshorts", "fr_orangesum", "vi_vietnews"]
SMALL = ["ar_easc", "bn_bnlpc", "fa_pasokh", "tr_tes"]
TITLED = LARGE[1:]
# What a set's sentences count for. The one house without headlines counts for more beside three with; beside
# headlines it only disturbs. The small sets: half (they are extracts, not abstracts) or, for their own languages, four
# times.
FITS = {
    "WITH_HEADLINE": {**dict.fromkeys(TITLED, 1.0), **dict.fromkeys(SMALL, 0.5)},
    "WITHOUT_HEADLINE": {"en_cnndm": 2.5, **{f"{name} untitled": 1.0 for name in TITLED}},
    "GENERAL": {**dict.fromkeys(TITLED, 1.0), "en_cnndm": 2.5, **dict.fromkeys(SMALL, 4.0)},
}
# Inverse strength of the L2 penalty; from .01 to 1 cross-validation sees no difference.
C = 0.1
STEPS = 1000
WHAT = {
    "WITH_HEADLINE": "Articles with a headline, in languages with abstracts to fit to.",
    "WITHOUT_HEADLINE": "The same without a headline.",
    "GENERAL": "All other languages.",
}


def measured(binary, directory, names, *options):
    """The features' names, and for each set its articles' features and labels."""
    paths = [f"{directory}/{name}.jsonl" for name in names]
    command = [binary, "eval", "--features", *options, "--data", *paths]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    features = json.loads(lines[0])["features"]
    sets = {}
    for line in lines[1:]:
        article = json.loads(line)
        if article["labels"]:
            name = article["set"].rsplit("/", 1)[-1].removesuffix(".jsonl")
            sets.setdefault(name, []).append((np.array(article["rows"]), np.array(article["labels"])))
    return features, sets


def fit(sets, weights):
    """The weight of each feature in log-odds, by weighted logistic regression on soft labels."""
    rows, labels, counts = [], [], []
    for name, weight in weights.items():
        for features, label in sets[name]:
            # How many sentences share an article's odds: the same for all of them, so of no use when choosing.
            size = np.full((len(label), 2), [np.log(len(label)), 1 / len(label)])
            rows.append(np.hstack([features, size]))
            labels.append(label)
            counts.append(np.full(len(label), weight))
    rows, labels, counts = np.vstack(rows), np.clip(np.concatenate(labels), 0, 1), np.concatenate(counts)
    scale = rows.std(axis=0)
    scale[scale < 1e-9] = 1
    rows = (rows - rows.mean(axis=0)) / scale
    # A soft label is a yes and a no, each with its share.
    both = np.vstack([rows, rows])
    yes = np.concatenate([np.ones(len(labels)), np.zeros(len(labels))])
    share = np.concatenate([counts * labels, counts * (1 - labels)])
    model = LogisticRegression(C=C, solver="newton-cholesky", tol=1e-9, max_iter=100)
    model.fit(both[share > 0], yes[share > 0], sample_weight=share[share > 0])
    return (model.coef_[0] / scale)[: rows.shape[1] - 2]


def table(name, weights):
    whole = ", ".join(str(round(STEPS * weight)) for weight in weights)
    lines, line = [], "   "
    for number in whole.split(", "):
        if len(line) + len(number) + 2 > 118:
            lines.append(line)
            line = "   "
        line += f" {number},"
    lines.append(line)
    return f"/// {WHAT[name]}\n#[rustfmt::skip]\npub(super) const {name}: [i16; FEATURES] = [\n" + "\n".join(lines) + "\n];\n"


def main():
    binary, directory, out = sys.argv[1:]
    features, sets = measured(binary, directory, LARGE + SMALL)
    _, untitled = measured(binary, directory, TITLED, "--untitled")
    sets |= {f"{name} untitled": articles for name, articles in untitled.items()}
    articles = sum(len(articles) for articles in sets.values())
    head = [
        "//! What the features weigh, in thousandths of a log-odd a unit of the feature.",
        "//!",
        "//! Made by `make train` (tools/salience/train.py): logistic regression on membership in the best extracts of",
        f"//! {articles} development articles, some of them twice, with and without headline. Not to be edited by hand.",
        "//!",
        "//! In this order:",
        *(f"//! {number}. {signal}: {name}" for number, (signal, name) in enumerate(features, 1)),
        "",
        "use super::FEATURES;",
        "",
    ]
    tables = [table(name, fit(sets, weights)) for name, weights in FITS.items()]
    with open(out, "w", encoding="utf-8") as file:
        file.write("\n".join(head) + "\n" + "\n".join(tables))


if __name__ == "__main__":
    main()
