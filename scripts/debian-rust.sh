# Sourced by scripts/setup: the Rust of Debian 12 as a toolchain of rustup, where rustup's own server cannot be reached.

DEBIAN_RUST_PACKAGES="rustc-web cargo-web rust-web-src rustfmt-web rust-web-clippy lld-19"

# debian_rust WHAT BY-HAND: where rustup's server cannot be reached, Debian 12 has a Rust of its own that builds for wasm32.
debian_rust() {
  local root=$NUTGRAF_TOOLS/debian-rust name=nutgraf-debian
  apt-cache show rustc-web >/dev/null 2>&1 || { can_be_root && run as_root "${APT[@]}" update; } || true
  if [ "$(uname -m)" != x86_64 ] || ! apt-cache show rustc-web >/dev/null 2>&1 || ! can_be_root; then
    die "$1 could not be downloaded" "$2"
  fi
  apt_install "Debian's Rust" $DEBIAN_RUST_PACKAGES
  link_debian_rust "$root" && build_debian_std "$root" || die "std for $WASM_TARGET could not be built from Debian's rust-web-src" "$2"
  run rustup toolchain link "$name" "$root" || die 'rustup could not link Debian'\''s Rust' "$2"
  use_instead "$name"
}

# link_debian_rust DIRECTORY: a toolchain of links to Debian's Rust, where std for wasm32 can stand beside the rest:
# /usr/lib is the distribution's own.
link_debian_rust() {
  local root=$1 host=x86_64-unknown-linux-gnu tool
  rm -rf "$root"
  mkdir -p "$root/bin" "$root/lib/rustlib/$host/bin" "$root/lib/rustlib/$WASM_TARGET/lib"
  ln -s "/usr/lib/rustlib/$host/lib" "$root/lib/rustlib/$host/lib"
  ln -s /usr/lib/rustlib/src "$root/lib/rustlib/src"
  ln -s /usr/bin/lld-19 "$root/lib/rustlib/$host/bin/rust-lld"
  for tool in cargo rustfmt cargo-fmt cargo-clippy; do ln -s "/usr/bin/$tool" "$root/bin/$tool"; done
  for tool in rustc rustdoc; do printf '#!/bin/sh\nexec /usr/bin/%s --sysroot "%s" "$@"\n' "$tool" "$root" >"$root/bin/$tool"; done
  printf '#!/bin/sh\nSYSROOT="%s" exec /usr/bin/clippy-driver "$@"\n' "$root" >"$root/bin/clippy-driver"
  chmod +x "$root/bin/"{rustc,rustdoc,clippy-driver}
}

# build_debian_std DIRECTORY: builds std as an ordinary sysroot, from an empty library crate.
build_debian_std() {
  local root=$1 crate=$NUTGRAF_TOOLS/.building-std
  rm -rf "$crate"
  mkdir -p "$crate/src"
  : >"$crate/src/lib.rs"
  printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2021"\n\n[profile.release]\npanic = "abort"\n' >"$crate/Cargo.toml"
  run env -C "$crate" CARGO_TARGET_DIR="$crate/target" RUSTC_BOOTSTRAP=1 RUSTC="$root/bin/rustc" /usr/bin/cargo build \
    -Zbuild-std=std,panic_abort,test,proc_macro --target "$WASM_TARGET" --release || return
  rm -f "$crate/target/$WASM_TARGET/release/deps/"libempty-*
  cp "$crate/target/$WASM_TARGET/release/deps/"*.rlib "$root/lib/rustlib/$WASM_TARGET/lib/"
  rm -rf "$crate"
}
