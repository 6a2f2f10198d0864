//! Boosted trees over bytes: over the features of a block whether it is part of the article's body, over those of a page
//! whether it is an article's.
//!
//! Gradient boosting (Friedman 2001, "Greedy function approximation"; Ke and others 2017, "LightGBM") fitted by
//! `make train-pages`; `block_trees.txt` says how and on what. Integers throughout.

use std::sync::OnceLock;

/// The trees, packed by `build.rs`, each in preorder: a byte under 128 is the number of a feature, the byte after it
/// the largest value that goes to the subtree that follows, and after that one stands the other subtree; a byte
/// from 128 on is a leaf, worth as many steps as it is above or below 192.
const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/block_trees.bin"));
/// From this byte on it is a leaf.
const FIRST_LEAF: u8 = 128;
/// The byte of a leaf that is worth nothing.
const ZERO_LEAF: i32 = 192;

/// A node with the place of its second subtree.
#[derive(Clone, Copy, Debug)]
struct Node {
    feature: u8,
    most: u8,
    /// Index of the subtree for larger values; for a leaf its worth.
    other: i32,
}

/// Trees whose leaves are added up.
pub(crate) struct Forest {
    nodes: Vec<Node>,
    /// Where each tree begins.
    roots: Vec<usize>,
}

impl Forest {
    /// The trees that are built in.
    pub(crate) fn built_in() -> &'static Self {
        static FOREST: OnceLock<Forest> = OnceLock::new();
        FOREST.get_or_init(|| Self::unpack(PACKED))
    }

    /// Reads packed trees.
    pub(crate) fn unpack(packed: &[u8]) -> Self {
        let (mut nodes, mut roots) = (Vec::new(), Vec::new());
        // Splits whose first subtree is being read.
        let mut waiting: Vec<usize> = Vec::new();
        let mut starts_tree = true;
        let mut bytes = packed.iter().copied();
        while let Some(byte) = bytes.next() {
            let at = nodes.len();
            if std::mem::take(&mut starts_tree) {
                roots.push(at);
            }
            if byte < FIRST_LEAF {
                nodes.push(Node { feature: byte, most: bytes.next().unwrap_or_default(), other: 0 });
                waiting.push(at);
            } else {
                nodes.push(Node { feature: byte, most: 0, other: i32::from(byte) - ZERO_LEAF });
                // A leaf ends the first subtree of the split read last, or else a whole tree.
                match waiting.pop() {
                    Some(split) => nodes[split].other = at as i32 + 1,
                    None => starts_tree = true,
                }
            }
        }
        Self { nodes, roots }
    }

    /// What the trees say of a block, in steps of 1/128 of a logit: above 0 it is more likely body than not.
    pub(crate) fn score(&self, row: &[u8]) -> i32 {
        let worth = |root: &usize| {
            let mut at = *root;
            while let Some(node) = self.nodes.get(at) {
                if node.feature >= FIRST_LEAF {
                    return node.other;
                }
                let value = row.get(usize::from(node.feature)).copied().unwrap_or_default();
                at = if value <= node.most { at + 1 } else { node.other as usize };
            }
            0
        };
        self.roots.iter().map(worth).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::features::FEATURES;

    #[test]
    fn trees_are_read_in_preorder() {
        // 3 <= 10 ? (1 <= 5 ? -1 : 2) : 3, then a tree of one leaf.
        let Forest { nodes, roots } = Forest::unpack(&[3, 10, 1, 5, 191, 194, 195, 200]);
        assert_eq!(roots, [0, 5]);
        assert_eq!([nodes[0].other, nodes[1].other], [4, 3]);
        assert_eq!([2, 3, 4, 5].map(|at: usize| nodes[at].other), [-1, 2, 3, 8]);
    }

    #[test]
    fn every_split_asks_for_a_feature_there_is() {
        let Forest { nodes, roots } = Forest::built_in();
        assert!(roots.len() > 1);
        assert!(nodes.iter().all(|n| n.feature >= FIRST_LEAF || usize::from(n.feature) < FEATURES));
    }
}
