#!/usr/bin/env bash
# Fits the block classifier: tools/pages/train.sh PAGES. Needs python3 with venv; its packages stay out of the checkout.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../../scripts/env.sh"
cd "$NUTGRAF_ROOT"
venv=$NUTGRAF_TOOLS/venv-pages
if ! cmp -s tools/pages/requirements.txt "$venv/requirements.txt"; then
  python3 -m venv --clear "$venv"
  "$venv/bin/pip" install --quiet --requirement tools/pages/requirements.txt
  cp tools/pages/requirements.txt "$venv/requirements.txt"
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cargo run --quiet --release --features cli --example page-features -- "$1" >"$work/features.tsv"
"$venv/bin/python" tools/pages/train.py "$work/features.tsv" src/page/block_trees.txt "$work"
cargo run --quiet --release --features cli --example score-pages -- "$1" --folds "$work"
