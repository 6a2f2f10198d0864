"""Fits the block classifier on what page-features prints, and writes src/page/block_trees.txt.

    python tools/pages/train.py FEATURES.tsv TREES.txt [--cross-validate]

Deterministic: one thread, fixed seeds, pinned versions. With --cross-validate it first prints how well pages are
told by trees that have not seen any page of their publisher; the figures are those of the measure, but by whole blocks.
"""

import sys

import lightgbm
import numpy

from forest import tokens

TREES = 100
LEAVES = 12
PARAMETERS = {
    "objective": "binary",
    "num_leaves": LEAVES,
    "learning_rate": 0.09,
    "min_data_in_leaf": 30,
    "lambda_l2": 5.0,
    "feature_fraction": 0.5,
    "feature_fraction_seed": 1,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "bagging_seed": 2,
    "boost_from_average": False,
    "seed": 3,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}
FOLDS = 5
# A block is true when more than half of it is.
TRUE_SHARE = 0.5
# A block weighs by the root of its length; every page weighs the same.
LENGTH_POWER = 0.5


def read(path):
    pages, numbers = [], []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            page_set, page, *rest = line.rstrip("\n").split("\t")
            pages.append(f"{page_set}/{page}")
            numbers.append([float(cell) for cell in rest])
    table = numpy.array(numbers, dtype=numpy.float32)
    return numpy.array(pages), table[:, 0], table[:, 1], table[:, 2], table[:, 3:]


def weights(pages, lengths):
    weight = (lengths + 2.0) ** LENGTH_POWER
    _, of_page = numpy.unique(pages, return_inverse=True)
    weight = weight / numpy.bincount(of_page, weight)[of_page]
    return weight / weight.mean()


def fit(rows, shares, weight):
    data = lightgbm.Dataset(rows, (shares > TRUE_SHARE).astype(int), weight=weight)
    return lightgbm.train(PARAMETERS, data, TREES)


def publisher(page):
    """The pages of a publisher share everything up to their date."""
    return page.split("_")[0]


def cross_validate(pages, truth, lengths, shares, rows):
    publishers = numpy.array([publisher(page) for page in pages])
    names = numpy.unique(publishers)
    fold_of = dict(zip(names, numpy.random.RandomState(7).permutation(len(names)) % FOLDS))
    folds = numpy.array([fold_of[name] for name in publishers])
    scores = numpy.zeros(len(rows))
    weight = weights(pages, lengths)
    for fold in range(FOLDS):
        rest = folds != fold
        scores[~rest] = fit(rows[rest], shares[rest], weight[rest]).predict(rows[~rest], raw_score=True)
    for threshold in (0.0, 0.2, 0.4, 0.6):
        for name in ("fundus", "wcxb"):
            own = numpy.char.startswith(pages, name)
            _, of_page = numpy.unique(pages[own], return_inverse=True)
            taken = lengths[own] * (scores[own] > threshold)
            found, hit = numpy.bincount(of_page, taken), numpy.bincount(of_page, taken * shares[own])
            wanted = numpy.zeros(len(found))
            wanted[of_page] = truth[own]
            precision = numpy.where(found > 0, hit / numpy.maximum(found, 1), 0)
            recall = numpy.minimum(hit / numpy.maximum(wanted, 1), 1)
            f1 = 2 * precision * recall / numpy.maximum(precision + recall, 1e-9)
            p, r = precision.mean(), recall.mean()
            bad = (f1 < 0.8).mean()
            print(f"threshold {threshold}: {name:8} precision {p:.3f} recall {r:.3f} F1 {2*p*r/(p+r):.3f} bad {bad:.3f}")


def main():
    source, target, *flags = sys.argv[1:]
    pages, truth, lengths, shares, rows = read(source)
    if "--cross-validate" in flags:
        cross_validate(pages, truth, lengths, shares, rows)
    forest = fit(rows, shares, weights(pages, lengths)).dump_model()
    with open(target, "w", encoding="utf-8") as out:
        out.write(
            "# Trees that tell the blocks of an article's body; the format is that of `trees` in build.rs.\n"
            f"# Made by `make train-pages` (LightGBM {lightgbm.__version__}, {TREES} trees of {LEAVES} leaves) from "
            f"{len(rows)} blocks of {len(numpy.unique(pages))} pages.\n"
            "# Weights only: nothing of the pages is in them. Licence: MIT OR Apache-2.0.\n"
        )
        for tree in forest["tree_info"]:
            out.write(tokens(tree["tree_structure"]) + "\n")


main()
