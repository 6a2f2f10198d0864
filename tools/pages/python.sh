# Sets `python` to an interpreter with what tools/pages/requirements.txt names; it stays out of the checkout. To be sourced from the
# root of the checkout, after scripts/env.sh.
venv=$NUTGRAF_TOOLS/venv-pages
if ! cmp -s tools/pages/requirements.txt "$venv/requirements.txt"; then
  python3 -m venv --clear "$venv"
  "$venv/bin/pip" install --quiet --requirement tools/pages/requirements.txt
  cp tools/pages/requirements.txt "$venv/requirements.txt"
fi
python=$venv/bin/python
