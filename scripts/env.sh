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
# wasm-bindgen twice: the whole of it, with its test runner, and the part that a build needs (tools/bindgen).
PATH="$NUTGRAF_TOOLS/wasm-bindgen-cli-$WASM_BINDGEN_VERSION/bin:$NUTGRAF_TOOLS/bindgen-$WASM_BINDGEN_VERSION/bin:$NUTGRAF_TOOLS/wasm-pack-$WASM_PACK_VERSION/bin:$NUTGRAF_TOOLS/geckodriver-$GECKODRIVER_VERSION/bin:$NUTGRAF_ROOT/node_modules/.bin:$PATH"
# A shell opened before rustup was installed does not have cargo on its PATH yet.
if ! command -v cargo >/dev/null && [ -x "${CARGO_HOME:-$HOME/.cargo}/bin/cargo" ]; then
  PATH="$PATH:${CARGO_HOME:-$HOME/.cargo}/bin"
fi

# The compiler of rust-toolchain.toml, and where rustup could not have it, the one that scripts/setup wrote down instead.
RUST_VERSION=$(sed -nE 's/^channel *= *"([^"]+)".*/\1/p' "$NUTGRAF_ROOT/rust-toolchain.toml")
RUST_INSTEAD=$NUTGRAF_TOOLS/rust-instead-of-$RUST_VERSION
if command -v rustup >/dev/null && [ -z "${RUSTUP_TOOLCHAIN:-}" ]; then
  RUSTUP_TOOLCHAIN=$(cat "$RUST_INSTEAD" 2>/dev/null || echo "$RUST_VERSION")
  export RUSTUP_TOOLCHAIN
fi

# A machine's own build settings must not change what is built, nor where it lands.
unset CARGO_BUILD_TARGET RUSTFLAGS CARGO_ENCODED_RUSTFLAGS
CARGO_TARGET_DIR=$NUTGRAF_ROOT/target

export NUTGRAF_ROOT NUTGRAF_TOOLS PATH CARGO_TARGET_DIR
