"""Fits what tells the kinds of pages on what page-kind-features prints: `make train-page-kinds`.

    train.py FEATURES.tsv TREES.txt WEIGHTS.rs TABLE.md

Two models. Boosted trees tell articles (opinion pieces and live blogs among them) from all other pages; multinomial
logistic regression tells the others apart. Both are cross-validated first: no page is told by what was fitted on a page
of its site, or on one that was made of its template. TABLE.md gets the tables of that between its marks. Deterministic:
one thread, fixed seeds, pinned versions.
"""

import hashlib
import pathlib
import sys

import lightgbm
import numpy
from scipy.optimize import minimize
from scipy.special import logsumexp

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "pages"))
import forest  # noqa: E402

KINDS = ["article", "listing", "product", "forum", "documentation", "service"]
ARTICLES = {"article", "opinion", "live-blog"}
TREES = 200
LEAVES = 6
PARAMETERS = forest.PARAMETERS | {
    "num_leaves": LEAVES,
    "learning_rate": 0.1,
    "min_data_in_leaf": 15,
    "feature_fraction": 0.3,
}
# A made page counts for less than a real one: its words say nothing, and its make is known.
MADE_WEIGHT = 0.6
# Strength of the L2 penalty on the weights that tell the others apart, a unit being the half of a feature's range.
PENALTY = 2.0
UNIT = 100
# Weights are stored in steps of 1/32 a unit, in eight bits.
WEIGHT_STEPS = 32
FOLDS = 10
# So many of the articles are to be taken for articles.
OFFERED = 0.99


def read(path):
    with open(path, encoding="utf-8") as lines:
        next(lines)
        table = [line.rstrip("\n").split("\t") for line in lines]
    labels = [row[:5] for row in table]
    kinds = numpy.array([KINDS.index("article" if kind in ARTICLES else kind) for _, _, kind, *_ in labels])
    return labels, kinds, numpy.array([[float(cell) for cell in row[5:]] for row in table])


def fit_trees(rows, kinds, weights):
    return lightgbm.train(PARAMETERS, lightgbm.Dataset(rows, (kinds == 0).astype(int), weight=weights), TREES)


def fit_weights(rows, kinds, weights):
    """Weights of the features, and of a last one that is always a unit, for each kind but articles."""
    others = kinds > 0
    rows = numpy.hstack([rows[others] / UNIT, numpy.ones((others.sum(), 1))])
    truth = numpy.eye(len(KINDS))[kinds[others]][:, 1:]
    weights = weights[others, None]
    shape = (truth.shape[1], rows.shape[1])
    penalty = numpy.full(shape, PENALTY)
    penalty[:, -1] = 0

    def loss(flat):
        table = flat.reshape(shape)
        scores = rows @ table.T
        logs = scores - logsumexp(scores, axis=1, keepdims=True)
        value = -(weights * truth * logs).sum() + (penalty * table**2).sum() / 2
        return value, ((weights * (numpy.exp(logs) - truth)).T @ rows + penalty * table).ravel()

    found = minimize(loss, numpy.zeros(shape).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return numpy.clip(numpy.round(found.x.reshape(shape) * WEIGHT_STEPS), -128, 127).astype(int)


def tell(trees, weights, rows):
    """The probability of each kind, articles first."""
    article = trees.predict(rows)[:, None]
    scores = numpy.hstack([rows / UNIT, numpy.ones((len(rows), 1))]) @ weights.T / WEIGHT_STEPS
    return numpy.hstack([article, (1 - article) * numpy.exp(scores - logsumexp(scores, axis=1, keepdims=True))])


def cross_validate(labels, kinds, rows, weights):
    fold = numpy.array([int(hashlib.md5(site.encode()).hexdigest(), 16) % FOLDS for _, site, *_ in labels])
    told = numpy.zeros((len(rows), len(KINDS)))
    for number in range(FOLDS):
        rest = fold != number
        models = [fit(rows[rest], kinds[rest], weights[rest]) for fit in (fit_trees, fit_weights)]
        told[~rest] = tell(*models, rows[~rest])
    return told


def tables(labels, kinds, told):
    """The tables of the documentation, and the least probability at which a page is offered."""
    sets = numpy.array([name for name, *_ in labels])
    real = sets != "made"
    articles = real & (kinds == 0)
    least = numpy.sort(told[articles, 0])[int((1 - OFFERED) * articles.sum())]
    least = numpy.floor(least * 1000) / 1000
    offered = told[:, 0] >= least
    taken = numpy.where(offered, 0, 1 + told[:, 1:].argmax(axis=1))
    lines = ["| pages | number | taken for articles | taken for their kind |", "|---|---:|---:|---:|"]

    def line(name, own):
        lines.append(f"| {name} | {own.sum()} | {100 * offered[own].mean():.1f} % | {100 * (taken == kinds)[own].mean():.0f} % |")

    for name, title in (("fundus", "news"), ("wcxb", "articles, blogs and guides")):
        line(title, sets == name)
    for number, kind in list(enumerate(KINDS))[1:]:
        line(f"{kind}, real", real & (kinds == number))
    line("**all others, real**", real & (kinds > 0))
    dress = numpy.array([dress for _, _, _, dress, _ in labels])
    for name, title in (("Telling", "made, as platforms write them"), ("Bare", "made, without names and metadata"),
                        ("Misleading", "made, with misleading metadata")):
        own = (sets == "made") & (dress == name)
        line(f"articles {title}", own & (kinds == 0))
        line(f"others {title}", own & (kinds > 0))
    lines += ["", "| confidence | real pages | mean confidence | right |", "|---|---:|---:|---:|"]
    sure = told[numpy.arange(len(told)), taken]
    for low, high in ((0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 0.99), (0.99, 1.01)):
        own = real & (sure >= low) & (sure < high)
        if own.any():
            lines.append(f"| {low:g} to {min(high, 1):g} | {own.sum()} | {sure[own].mean():.2f} | {(taken == kinds)[own].mean():.2f} |")
    return lines, least


def main():
    source, trees_file, weights_file, table_file = sys.argv[1:]
    labels, kinds, rows = read(source)
    weights = numpy.array([MADE_WEIGHT if label[0] == "made" else 1.0 for label in labels])
    lines, least = tables(labels, kinds, cross_validate(labels, kinds, rows, weights))
    print("\n".join(lines), f"\nleast probability of an article: {least:.3f}")
    text = pathlib.Path(table_file).read_text(encoding="utf-8")
    before, rest = text.split("<!-- kinds -->\n")
    after = rest.split("<!-- /kinds -->")[1]
    pathlib.Path(table_file).write_text(before + "<!-- kinds -->\n" + "\n".join(lines) + "\n<!-- /kinds -->" + after, encoding="utf-8")
    booster = fit_trees(rows, kinds, weights).dump_model()
    with open(trees_file, "w", encoding="utf-8") as out:
        out.write(
            "# Trees that tell articles from other pages; the format is that of `trees` in build.rs.\n"
            f"# Made by `make train-page-kinds` (LightGBM {lightgbm.__version__}, {TREES} trees of {LEAVES} leaves) from "
            f"{len(rows)} pages.\n# Weights only: nothing of the pages is in them. Licence: MIT OR Apache-2.0.\n"
        )
        for tree in booster["tree_info"]:
            out.write(" ".join(forest.tokens(tree["tree_structure"])) + "\n")
    table = fit_weights(rows, kinds, weights)
    with open(weights_file, "w", encoding="utf-8") as out:
        out.write(
            "//! What the features of a page weigh for each kind but articles, in steps of 1/32 a hundred of the feature.\n//!\n"
            "//! Made by `make train-page-kinds` (tools/page-kinds/train.py): multinomial logistic regression on\n"
            f"//! {(kinds > 0).sum()} pages. Not to be edited by hand.\n\nuse super::kind_features::FEATURES;\n\n"
            f"/// A page is taken for an article from this probability on, in ten-thousandths: {OFFERED:.0%} of articles are.\n"
            f"pub(super) const LEAST: u32 = {round(least * 10_000)};\n\n"
            f"/// {', '.join(KINDS[1:])}.\n#[rustfmt::skip]\npub(super) const WEIGHTS: [[i8; FEATURES + 1]; {len(table)}] = [\n"
        )
        for row in table:
            out.write("    [\n")
            for at in range(0, len(row), 20):
                out.write("        " + ", ".join(map(str, row[at : at + 20])) + ",\n")
            out.write("    ],\n")
        out.write("];\n")


main()
