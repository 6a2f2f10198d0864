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
features=$(mktemp)
trap 'rm -f "$features"' EXIT
cargo run --quiet --release --features cli --example page-features -- "$1" >"$features"
"$venv/bin/python" tools/pages/train.py "$features" src/page/block_trees.txt --cross-validate
