#!/usr/bin/env bash
# Fits the block classifier: tools/pages/train.sh PAGES. Needs python3 with venv.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../../scripts/env.sh"
cd "$NUTGRAF_ROOT"
. tools/pages/python.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cargo run --quiet --release --features cli --example page-features -- "$1" >"$work/features.tsv"
"$python" tools/pages/train.py "$work/features.tsv" src/page/block_trees.txt "$work"
cargo run --quiet --release --features cli --example score-pages -- "$1" --folds "$work"
