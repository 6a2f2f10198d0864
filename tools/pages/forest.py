"""How trees are stored: what build.rs packs and src/page/trees.rs reads."""

# A leaf is stored in steps of 1/128 of a logit, in seven bits.
STEPS = 128


def tokens(node):
    """A tree in preorder. A split sends whole numbers up to its threshold left; a leaf is a number of steps."""
    written, waiting = [], [node]
    while waiting:
        node = waiting.pop()
        if "leaf_value" in node:
            written.append(str(max(-64, min(63, round(node["leaf_value"] * STEPS)))))
        else:
            written.append(f"{node['split_feature']}<={int(node['threshold'])}")
            waiting += [node["right_child"], node["left_child"]]
    return " ".join(written)
