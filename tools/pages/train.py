"""Fits the block classifier on what page-features prints, and writes src/page/block_trees.txt.

    python tools/pages/train.py FEATURES.tsv TREES.txt [FOLDS]

Deterministic: one thread, fixed seeds, pinned versions. With a folder FOLDS it also writes the trees of a cross-validation
there, for `score-pages --folds FOLDS`: each page is left out with all others of its country, or of its registrable domain.
"""

import pathlib
import sys

import lightgbm
import numpy
import publicsuffixlist

import forest

TREES = 100
LEAVES = 12
PARAMETERS = forest.PARAMETERS | {
    "num_leaves": LEAVES,
    "learning_rate": 0.09,
    "min_data_in_leaf": 100,
    "feature_fraction": 0.5,
}
FOLDS = 5
# A block is true when more than half of it is.
TRUE_SHARE = 0.5
# A block weighs by the root of its length; every page weighs the same.
LENGTH_POWER = 0.5


def read(path):
    pages, origins, numbers = [], [], []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            page_set, page, origin, *rest = line.rstrip("\n").split("\t")
            pages.append(f"{page_set}/{page}")
            origins.append(origin)
            numbers.append([float(cell) for cell in rest])
    table = numpy.array(numbers, dtype=numpy.float32)
    # The first column, the words of a page's truth, is for those who measure.
    return numpy.array(pages), origins, table[:, 1], table[:, 2], table[:, 3:]


def weights(pages, lengths):
    weight = (lengths + 2.0) ** LENGTH_POWER
    _, of_page = numpy.unique(pages, return_inverse=True)
    weight = weight / numpy.bincount(of_page, weight)[of_page]
    return weight / weight.mean()


def fit(rows, shares, weight):
    data = lightgbm.Dataset(rows, (shares > TRUE_SHARE).astype(int), weight=weight)
    return lightgbm.train(PARAMETERS, data, TREES)


def cross_validate(folder, pages, origins, lengths, shares, rows):
    suffixes = publicsuffixlist.PublicSuffixList()
    groups = numpy.array([suffixes.privatesuffix(origin) or origin for origin in origins])
    names = numpy.unique(groups)
    fold_of = dict(zip(names, numpy.random.RandomState(7).permutation(len(names)) % FOLDS))
    folds = numpy.array([fold_of[name] for name in groups])
    weight = weights(pages, lengths)
    for fold in range(FOLDS):
        rest = folds != fold
        (folder / f"{fold}.bin").write_bytes(packed(fit(rows[rest], shares[rest], weight[rest])))
    lines = sorted({f"{page}\t{fold}\n" for page, fold in zip(pages, folds)})
    (folder / "folds.tsv").write_text("".join(lines), encoding="utf-8")


def trees(booster):
    return [forest.tokens(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]


def packed(booster):
    """The bytes that build.rs makes of the trees."""
    out = bytearray()
    for token in sum(trees(booster), []):
        out += bytes(map(int, token.split("<="))) if "<=" in token else bytes([192 + int(token)])
    return bytes(out)


def main():
    source, target, *folders = sys.argv[1:]
    pages, origins, lengths, shares, rows = read(source)
    for folder in folders:
        cross_validate(pathlib.Path(folder), pages, origins, lengths, shares, rows)
    booster = fit(rows, shares, weights(pages, lengths))
    with open(target, "w", encoding="utf-8") as out:
        out.write(
            "# Trees that tell the blocks of an article's body; the format is that of `trees` in build.rs.\n"
            f"# Made by `make train-pages` (LightGBM {lightgbm.__version__}, {TREES} trees of {LEAVES} leaves) from "
            f"{len(rows)} blocks of {len(numpy.unique(pages))} pages.\n"
            "# Weights only: nothing of the pages is in them. Licence: MIT OR Apache-2.0.\n"
        )
        for tree in trees(booster):
            out.write(" ".join(tree) + "\n")


main()
