"""How trees are fitted, and how they are stored: what build.rs packs and src/page/trees.rs reads."""

# Of LightGBM: the same trees from the same rows on any machine.
PARAMETERS = {
    "objective": "binary",
    "lambda_l2": 5.0,
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

# A leaf is stored in steps of 1/128 of a logit, in seven bits.
STEPS = 128


def tokens(node):
    """A tree in preorder, a token a node. A split sends whole numbers up to its threshold left; a leaf is a number of steps."""
    written, waiting = [], [node]
    while waiting:
        node = waiting.pop()
        if "leaf_value" in node:
            written.append(str(max(-64, min(63, round(node["leaf_value"] * STEPS)))))
        else:
            written.append(f"{node['split_feature']}<={int(node['threshold'])}")
            waiting += [node["right_child"], node["left_child"]]
    return written
