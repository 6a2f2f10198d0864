#!/usr/bin/env bash
# Fits the block classifier: tools/pages/train.sh PAGES. Needs python3 with venv.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../../scripts/env.sh"
cd "$NUTGRAF_ROOT"
. tools/pages/python.sh
features=$(mktemp)
trap 'rm -f "$features"' EXIT
cargo run --quiet --release --features cli --example page-features -- "$1" >"$features"
"$python" tools/pages/train.py "$features" src/page/block_trees.txt --cross-validate
