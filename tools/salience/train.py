"""Fits the weights of src/salience/weights.rs to the development sets: `make train`.

    train.py NUTGRAF DATA-DIRECTORY WEIGHTS.rs
    train.py NUTGRAF DATA-DIRECTORY --cross-validate        (`make cross-validate`)

`nutgraf eval --features` gives the product's own features of every sentence, and how often each sentence is in one of
the best extracts; logistic regression finds what the features weigh. Three fits: articles with their headline,
articles without, and languages that have only small sets. The same data gives the same file, byte for byte.

With --cross-validate nothing is written: each fifth of every set's articles is summarized by weights that were fitted
to the other four fifths, and the differences from LEAD are printed, each set's folds pooled, with 95 % intervals.
"""

import json
import math
import subprocess
import sys
import tempfile

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
# Enough that each fit sees nearly all of the data.
FOLDS = 5
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
        name = article["set"].rsplit("/", 1)[-1].removesuffix(".jsonl")
        sets.setdefault(name, []).append((np.array(article["rows"]), np.array(article["labels"])))
    return features, sets


def fit(sets, weights):
    """The weight of each feature in log-odds, by weighted logistic regression on soft labels."""
    rows, labels, counts = [], [], []
    for name, weight in weights.items():
        for features, label in sets[name]:
            if not len(label):
                continue
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


def of_set(name):
    """Which of the fits the product uses for a set."""
    return "GENERAL" if name in SMALL else "WITH_HEADLINE" if name in TITLED else "WITHOUT_HEADLINE"


def cross_validate(binary, directory, sets):
    """Prints what articles that were not fitted to gain over LEAD."""
    found = {}
    for fold in range(FOLDS):
        others = {name: [a for n, a in enumerate(articles) if n % FOLDS != fold] for name, articles in sets.items()}
        fits = {name: fit(others, weights) for name, weights in FITS.items()}
        for name in LARGE + SMALL:
            with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
                json.dump({"weights": [round(STEPS * weight) / STEPS for weight in fits[of_set(name)]]}, file)
                file.flush()
                for length in (["--words", "60"], ["--sentences", "3"]):
                    command = [binary, "eval", "--format", "json", "--systems", "nutgraf,lead", *length]
                    command += ["--weights", file.name, "--fold", f"{fold}/{FOLDS}", "--data", f"{directory}/{name}.jsonl"]
                    result = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
                    found.setdefault((name, " ".join(length)), []).append(result)
    print(f"{FOLDS}-fold cross-validation by article: difference from LEAD, F1 x 100, with 95 % intervals")
    for (name, length), folds in found.items():
        count = sum(f["articles"] for f in folds)
        cells = [f"{kind} {pooled(folds, kind)}" for kind in ("rouge1", "rouge2")]
        print(f"{name:14} {length:12} {count:5} articles   {'   '.join(cells)}")


def pooled(folds, kind):
    """The mean over all folds' articles, and its interval from theirs."""
    count = sum(f["articles"] for f in folds)
    differences = [(f["articles"], f["systems"]["nutgraf"]["fromLead"][kind]) for f in folds]
    mean = sum(n * d["mean"] for n, d in differences) / count
    # Half of an interval is in proportion to the standard error of its fold.
    half = math.sqrt(sum((n * (d["high"] - d["low"]) / 2) ** 2 for n, d in differences)) / count
    return f"{100 * mean:+.2f} [{100 * (mean - half):+.2f}, {100 * (mean + half):+.2f}]"


def main():
    binary, directory, out = sys.argv[1:]
    features, sets = measured(binary, directory, LARGE + SMALL)
    _, untitled = measured(binary, directory, TITLED, "--untitled")
    sets |= {f"{name} untitled": articles for name, articles in untitled.items()}
    if out == "--cross-validate":
        cross_validate(binary, directory, sets)
        return
    articles = sum(len(label) > 0 for articles in sets.values() for _, label in articles)
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
