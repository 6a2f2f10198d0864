/** How cargo makes the wasm: for the build, and for the report of its size. */
import { ROOT } from './environment.mjs';

const TRIPLE = 'wasm32-unknown-unknown';
const PROFILE = 'wasm-release';

/** A folder of its own: what is built beside the native build must not make either build the other's parts anew. */
export const WASM_TARGET_DIR = `${ROOT}/target/wasm`;

/**
 * Arguments for cargo. std is built anew for size, and only what is linked is made: a library for Rust beside it would
 * keep functions in the module that nothing there calls.
 * @param {string} targetDir
 */
export const cargoArguments = (targetDir) => [
  ...['rustc', '--lib', '--crate-type', 'cdylib', '--target', TRIPLE, '--profile', PROFILE, '--target-dir', targetDir],
  // English alone: the packs of the other languages are files beside the module.
  '--no-default-features',
  ...['-Zbuild-std=std,panic_abort', '-Zbuild-std-features=optimize_for_size'],
];

/** What LLVM is told: less inlining and unrolling; no loop strength reduction, no partial redundancy elimination. */
const LLVM = [
  '-inline-threshold=75',
  '-unroll-threshold=20',
  '-unroll-max-count=1',
  '-disable-lsr',
  '-enable-pre=false',
  '-rotation-max-header-size=2',
];

/**
 * Panics trap at once and say nothing, calls stay calls and loops as they are written unless that is clearly faster
 * (225 and 150 are LLVM's own thresholds), and nothing is copied to where it might be known already, nor counted twice to
 * save a multiplication: an eighth less for every reader to download, and no slower, as engines optimize once more.
 * The switches are still marked unstable, so the stable compiler must be told that we know (RUSTC_BOOTSTRAP).
 */
export const CARGO_ENV = {
  RUSTC_BOOTSTRAP: '1',
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS: [
    '-Zlocation-detail=none -Zfmt-debug=none -Zunstable-options -Cpanic=immediate-abort',
    ...LLVM.map((argument) => `-Cllvm-args=${argument}`),
  ].join(' '),
};

/** Where cargo puts it. @param {string} targetDir */
export const cargoOutput = (targetDir) => `${targetDir}/${TRIPLE}/${PROFILE}`;
