"""Fits the weights of src/salience/weights.rs to editors' choices: `make train`.

    train.py NUTGRAF EDITORS.jsonl WEIGHTS.rs
    train.py NUTGRAF EDITORS.jsonl --cross-validate FOLDS.json        (`make cross-validate`)

`nutgraf eval --editors --features` gives the product's own features of every sentence, and what an editor gains by
choosing it: 1 for a key point, .6 and .4 for the next best, -.5 for what should not be shown. The fit is ListNet (Cao
and others 2007, "Learning to rank: from pairwise approach to listwise approach"): of each article the distribution over
its sentences that softmax makes of the weighted features is brought near to that which it makes of their gains. One fit
for all languages, with and without headline. Words cost, so that summaries stay about as long as the lead. The same data
gives the same file, byte for byte.

With --cross-validate each tenth of the articles gets weights that were fitted to the other nine tenths; they are written
to FOLDS.json for `nutgraf eval --weights`, which takes the one that was fitted without an article for each.
"""

import json
import subprocess
import sys

import numpy as np
from scipy.optimize import minimize

# What a sentence as long as the mean one of the lead costs, in gain. Chosen so that three sentences of English news have
# at most 1.15 times the words of the lead; .03 more costs .01 of gain and saves .02 of that.
LENGTH = 0.18
# From so many times the lead's mean on, more words cost no more: lists and tables without an end mark.
LONGEST = 4
# The lead is so many sentences; no mean of it is taken for shorter than so many words.
LEAD, SHORTEST = 3, 5
# Strength of the L2 penalty on the weights of standardized features.
PENALTY = 2e-3
# Shorter articles leave nothing to choose.
LEAST_SENTENCES = 4
FOLDS = 10
STEPS = 10000


def measured(binary, path):
    """The features' names, and each article's features, gains and words by sentence."""
    command = [binary, "eval", "--features", "--editors", path]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    features = json.loads(lines[0])["features"]
    articles = []
    for line in lines[1:]:
        sentences = json.loads(line)["sentences"]
        rows = np.array([s["features"] for s in sentences]).reshape(len(sentences), len(features))
        gains = np.array([s["gain"] or 0.0 for s in sentences])
        words = np.array([s["words"] for s in sentences])
        articles.append((rows, gains, words))
    return features, articles


def aim(gains, words):
    """The distribution over an article's sentences that the fit is to come near to."""
    lead = max(words[:LEAD].mean(), SHORTEST)
    worth = np.exp(gains - LENGTH * np.minimum(words / lead, LONGEST))
    return worth / worth.sum()


def fit(articles):
    """The weight of each feature."""
    articles = [article for article in articles if len(article[1]) >= LEAST_SENTENCES]
    rows = np.vstack([rows for rows, _, _ in articles])
    scale = rows.std(axis=0)
    scale[scale < 1e-9] = 1
    rows = (rows - rows.mean(axis=0)) / scale
    aims = np.concatenate([aim(gains, words) for _, gains, words in articles])
    counts = [len(gains) for _, gains, _ in articles]
    starts = np.cumsum([0, *counts[:-1]])

    def loss(weights):
        scores = rows @ weights
        scores -= np.repeat(np.maximum.reduceat(scores, starts), counts)
        sums = np.add.reduceat(np.exp(scores), starts)
        logs = scores - np.repeat(np.log(sums), counts)
        value = -(aims * logs).sum() / len(articles) + PENALTY * weights @ weights
        return value, rows.T @ (np.exp(logs) - aims) / len(articles) + 2 * PENALTY * weights

    options = {"maxiter": 2000, "ftol": 1e-14, "gtol": 1e-9}
    found = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B", options=options)
    return np.round(STEPS * found.x / scale).astype(int)


def table(weights):
    lines, line = [], "   "
    for number in map(str, weights):
        if len(line) + len(number) + 2 > 118:
            lines.append(line)
            line = "   "
        line += f" {number},"
    return "\n".join([*lines, line])


def main():
    binary, path, out, *folds = sys.argv[1:]
    features, articles = measured(binary, path)
    if out == "--cross-validate":
        fits = [fit([a for n, a in enumerate(articles) if n % FOLDS != fold]) for fold in range(FOLDS)]
        with open(folds[0], "w", encoding="utf-8") as file:
            json.dump([[weight / STEPS for weight in weights.tolist()] for weights in fits], file)
        return
    head = [
        "//! What the features weigh, in ten-thousandths of a log-odd a unit of the feature.",
        "//!",
        "//! Made by `make train` (tools/salience/train.py): ListNet on what editors chose from",
        f"//! {len(articles)} development articles. Not to be edited by hand.",
        "//!",
        "//! In this order:",
        *(f"//! {number}. {signal}: {name}" for number, (signal, name) in enumerate(features, 1)),
        "",
        "use super::features::FEATURES;",
        "",
        "#[rustfmt::skip]",
        "pub(super) const WEIGHTS: [i32; FEATURES] = [",
        table(fit(articles)),
        "];",
    ]
    with open(out, "w", encoding="utf-8") as file:
        file.write("\n".join(head) + "\n")


if __name__ == "__main__":
    main()
