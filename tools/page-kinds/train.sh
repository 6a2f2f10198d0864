#!/usr/bin/env bash
# Fits what tells the kinds of pages: tools/page-kinds/train.sh PAGES OTHERS. Articles are read from PAGES; the other pages are
# fetched into OTHERS, from packages. Needs python3 with venv, pip, and Debian's apt-get.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../../scripts/env.sh"
cd "$NUTGRAF_ROOT"
. tools/pages/python.sh
list=$(mktemp) features=$(mktemp)
trap 'rm -f "$list" "$features"' EXIT
python3 tools/page-kinds/collect.py "$1" "$2" >"$list"
cargo run --quiet --release --features cli --example page-kind-features -- "$list" >"$features"
OPENBLAS_NUM_THREADS=1 "$python" tools/page-kinds/train.py "$features" src/page/kind_trees.txt src/page/kind_weights.rs docs/page-kinds.md
