# Sourced (bash), never run: pinned versions, places and PATH for every script and recipe.
# What is pinned here is pinned nowhere else; npm's packages are pinned by package-lock.json.

NUTGRAF_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)

WASM_PACK_VERSION=0.15.1
GECKODRIVER_VERSION=0.37.1
# The glue and the tool that writes it must be the same version: Cargo.toml says which.
WASM_BINDGEN_VERSION=$(sed -nE 's/^wasm-bindgen *= *(\{.*version *= *)?"=([0-9.]+)".*/\2/p' "$NUTGRAF_ROOT/Cargo.toml" 2>/dev/null | head -n 1)
# The oldest Node that the locked npm packages run on.
NODE_VERSION_MIN=20.19

# Tools that take minutes to build live outside the checkout, by version, so that a second clone finds them.
NUTGRAF_TOOLS=$(realpath -m "${NUTGRAF_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/nutgraf/tools}")
WASM_TARGET=wasm32-unknown-unknown
# Debian's own Rust, linked under this name where the wasm32 target cannot be downloaded (see scripts/setup).
DEBIAN_TOOLCHAIN=nutgraf-debian
if [ -e "$NUTGRAF_TOOLS/$DEBIAN_TOOLCHAIN" ]; then
  export RUSTUP_TOOLCHAIN=$DEBIAN_TOOLCHAIN
fi

PATH="$NUTGRAF_TOOLS/wasm-bindgen-cli-$WASM_BINDGEN_VERSION/bin:$NUTGRAF_TOOLS/wasm-pack-$WASM_PACK_VERSION/bin:$NUTGRAF_TOOLS/geckodriver-$GECKODRIVER_VERSION/bin:$NUTGRAF_ROOT/node_modules/.bin:$PATH"
# A shell opened before rustup was installed does not have cargo on its PATH yet.
if ! command -v cargo >/dev/null && [ -x "${CARGO_HOME:-$HOME/.cargo}/bin/cargo" ]; then
  PATH="$PATH:${CARGO_HOME:-$HOME/.cargo}/bin"
fi

# A machine's own build settings must not change what is built, nor where it lands.
unset CARGO_BUILD_TARGET RUSTFLAGS CARGO_ENCODED_RUSTFLAGS
CARGO_TARGET_DIR=$NUTGRAF_ROOT/target

export NUTGRAF_ROOT NUTGRAF_TOOLS PATH CARGO_TARGET_DIR
